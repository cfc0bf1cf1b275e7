using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.OpenApi;

namespace ServiceDefaults;

/// <summary>The API's document (OpenAPI 3.1), made from the endpoints and committed under <c>docs/openapi</c>.</summary>
public static class OpenApi
{
    private const string Bearer = "bearer";

    /// <summary>
    /// What every service's document says. Each service calls <c>AddOpenApi</c> itself and gives this: doc comments reach the document only
    /// in the assembly where that call is written.
    /// </summary>
    /// <param name="options">The options of the service's <c>AddOpenApi</c>.</param>
    /// <param name="service">The service's name as in addresses.</param>
    public static void Describe(this OpenApiOptions options, string service)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        // Nested records of the same name would otherwise share one schema: PublishNeed.Request and ReviseNeed.Request, and the pages of such.
        options.CreateSchemaReferenceId = type => Prefixed(type.Type, OpenApiOptions.CreateDefaultSchemaReferenceId(type));
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = $"{service}/v1",
                Version = ServiceName.Version,
                Description = "Nätverket för kommuner och sociala företag. Publika uppgifter läses utan inloggning; ändringar kräver en åtkomsttoken (OAuth 2.0). " +
                    "/ The network of municipalities and social enterprises. Public data is read without a token; changes need an OAuth 2.0 access token.",
                Contact = new OpenApiContact { Name = "Nätverkets förvaltning", Email = "forvaltning@natverket.example" },
                License = new OpenApiLicense { Name = "CC0 1.0", Url = new Uri("https://creativecommons.org/publicdomain/zero/1.0/") },
            };
            document.Servers = [new OpenApiServer { Url = "/" }];
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" },
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            var metadata = context.Description.ActionDescriptor.EndpointMetadata;
            operation.Responses ??= [];
            if (metadata.OfType<IAuthorizeData>().Any())
            {
                operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
                operation.Responses.TryAdd("401", new OpenApiResponse { Description = "Token saknas eller gäller inte" });
                operation.Responses.TryAdd("403", new OpenApiResponse { Description = "Token ger inte rätt till detta" });
            }
            foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
                // The parts of an [AsParameters] record are named as the record writes them; addresses are read in any case.
                if (parameter is { In: ParameterLocation.Query, Name: { } name }) parameter.Name = System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(name);
            if (metadata.Contains(CommonErrors.IfMatchMissing))
                (operation.Parameters ??= []).Add(Header("If-Match", "Version som ändringen gäller: ETag ur ett tidigare svar / the ETag that was read", required: true));
            if (operation.Parameters is { Count: > 0 } || operation.RequestBody is not null)
                operation.Responses.TryAdd("400", new OpenApiResponse { Description = CommonErrors.Invalid.Title });
            foreach (var errors in metadata.OfType<Error>().GroupBy(error => error.Status))
                if (operation.Responses.TryGetValue($"{errors.Key}", out var response))
                    response.Description = string.Join("; ", errors.Select(error => $"{error.Title} (/problems/{error.Name})"));
            return Task.CompletedTask;
        });
    }

    internal static void MapOpenApiDocument(this WebApplication app) => app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();

    internal static void MapApiInfo(this RouteGroupBuilder api, string service, string version) => api
        .MapGet("/api-info", Ok<ApiInfo> () => TypedResults.Ok(new ApiInfo(service, ServiceName.Version, "2026-11-25", $"/openapi/{service}.json", "active")))
        .WithName($"{service}-{version}-api-info").WithTags("api-info");

    private static OpenApiParameter Header(string name, string description, bool required) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static string? Prefixed(Type type, string? id) =>
        id is null ? null
        : type is { IsGenericType: true, IsNested: false } && type.GetGenericArguments() is [{ IsNested: true } part] ? $"{type.Name.Split('`')[0]}Of{Prefixed(part, part.Name)}"
        : type.DeclaringType is not { } outer || type.IsGenericType ? id : $"{outer.Name}{type.Name}";
}

/// <summary>What an API is and in which state (national REST profile, VER.06–07).</summary>
/// <param name="ApiName">The API's name.</param>
/// <param name="ApiVersion">Semantic version of the running build.</param>
/// <param name="ApiReleased">The day the major version was released.</param>
/// <param name="ApiDocumentation">Address of the document.</param>
/// <param name="ApiStatus">active, deprecated …</param>
public sealed record ApiInfo(string ApiName, string ApiVersion, string ApiReleased, string ApiDocumentation, string ApiStatus);
