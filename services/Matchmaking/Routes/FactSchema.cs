using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Matchmaking.Routes;

/// <summary>Facts in the API's document: the value's own schema, or null for unknown.</summary>
internal static class FactSchema
{
    public static void AddRoutes(this WebApplicationBuilder builder) =>
        builder.Services.Configure<OpenApiOptions>("v1", options => options.AddSchemaTransformer(async (schema, context, stop) =>
        {
            var type = context.JsonTypeInfo.Type;
            if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Fact<>)) return;
            var value = await context.GetOrCreateSchemaAsync(type.GetGenericArguments()[0], null, stop);
            schema.Type = value.Type | JsonSchemaType.Null;
            schema.Format = value.Format;
            schema.Items = value.Items;
            schema.Properties = value.Properties;
            schema.Description = "Utelämnad: inte aktuell. null: okänd. / Left out: not at issue. null: unknown.";
        }));
}
