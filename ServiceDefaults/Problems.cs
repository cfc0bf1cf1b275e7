using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ServiceDefaults;

/// <summary>A fault with a name. A noun's errors stand in one file, a line each, and become problem details (RFC 9457) here only.</summary>
/// <param name="Name">Noun and fault, such as <c>need/not-found</c>; the stable part of the problem's <c>type</c>.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What is wrong, a Swedish sentence without values.</param>
public sealed record Error(string Name, int Status, string Title)
{
    /// <summary>The problem that answers the request.</summary>
    /// <param name="detail">What to do about it, in Swedish.</param>
    /// <param name="invalid">The parameters at fault.</param>
    public ProblemHttpResult Result(string? detail = null, params InvalidParameter[] invalid) =>
        TypedResults.Problem(ToProblem(detail, invalid));

    internal ProblemDetails ToProblem(string? detail = null, params InvalidParameter[] invalid)
    {
        var problem = new ProblemDetails { Type = $"/problems/{Name}", Title = Title, Status = Status, Detail = detail };
        if (invalid.Length > 0) problem.Extensions["invalidParameters"] = invalid;
        return problem;
    }
}

/// <summary>A parameter or member at fault.</summary>
/// <param name="Name">Its name as sent, camelCase; nested members with dots.</param>
/// <param name="Reason">What is wrong with it, in Swedish where the platform says it.</param>
public sealed record InvalidParameter(string Name, string Reason);

/// <summary>The faults that any endpoint may answer with.</summary>
public static class CommonErrors
{
    /// <summary>400: a parameter or member breaks its rules.</summary>
    public static readonly Error Invalid = new("request/invalid", 400, "Uppgifterna går inte att använda");

    /// <summary>409: somebody else changed the same thing in the same moment.</summary>
    public static readonly Error Race = new("request/race", 409, "Någon annan ändrade samtidigt");

    /// <summary>412: the caller's view is not the newest.</summary>
    public static readonly Error Stale = new("request/stale", 412, "Uppgiften har ändrats sedan du läste den");

    /// <summary>428: a change must say which version it changes (RFC 6585).</summary>
    public static readonly Error IfMatchMissing = new("request/if-match-missing", 428, "Ändringen måste ange vilken version den gäller");

    /// <summary>503: the database or the issuer of tokens does not answer.</summary>
    public static readonly Error Unavailable = new("service/unavailable", 503, "Tjänsten är tillfälligt otillgänglig");
}

/// <summary>Turns every fault into one form of answer.</summary>
public static partial class Problems
{
    /// <summary>Declares the named errors in the API's document.</summary>
    public static RouteHandlerBuilder Fails(this RouteHandlerBuilder endpoint, params Error[] errors)
    {
        foreach (var status in errors.Select(error => error.Status).Distinct().Order()) endpoint.ProducesProblem(status);
        return endpoint.WithMetadata(errors.Cast<object>().ToArray());
    }

    internal static void AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddExceptionHandler<ExceptionToProblem>();
        // What a handler has turned into an answer is not logged, unless it is a fault of ours; a database that is away is told by health.
        builder.Services.Configure<ExceptionHandlerOptions>(options => options.SuppressDiagnosticsCallback = told =>
            told.ExceptionHandledBy == ExceptionHandledType.ExceptionHandlerService && told.HttpContext.Response.StatusCode is < 500 or 503);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            if (context.ProblemDetails is HttpValidationProblemDetails validation) context.ProblemDetails = Validation(validation);
            var problem = context.ProblemDetails;
            if (problem.Type is null || problem.Type.StartsWith("http", StringComparison.Ordinal)) problem.Type = $"/problems/http/{problem.Status}";
            problem.Instance ??= context.HttpContext.Request.Path;
            problem.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        });
    }

    private static ProblemDetails Validation(HttpValidationProblemDetails validation) => CommonErrors.Invalid.ToProblem(null,
        [.. from error in validation.Errors from reason in error.Value select new InvalidParameter(CamelCase(error.Key), reason)]);

    private static string CamelCase(string path) =>
        string.Join('.', path.Split('.').Select(System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName));

    private sealed class ExceptionToProblem(IProblemDetailsService problems) : IExceptionHandler
    {
        public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken stop)
        {
            if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested) return true;
            var problem = exception switch
            {
                BadHttpRequestException bad => Malformed(bad),
                DbUpdateConcurrencyException => CommonErrors.Race.ToProblem("Läs om och försök igen."),
                _ when IsUnstorable(exception) => CommonErrors.Invalid.ToProblem("Texten innehåller ett tecken som inte går att spara."),
                _ when IsUnavailable(exception) => CommonErrors.Unavailable.ToProblem("Försök igen om en stund. Inget har sparats."),
                _ => null,
            };
            if (problem is null) return false;
            context.Response.StatusCode = problem.Status!.Value;
            if (problem.Status == 503) context.Response.Headers.RetryAfter = "5";
            return await problems.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem, Exception = exception });
        }
    }

    private static ProblemDetails Malformed(BadHttpRequestException bad)
    {
        var problem = bad.InnerException is System.Text.Json.JsonException json
            ? CommonErrors.Invalid.ToProblem("Meddelandets JSON går inte att läsa.", new InvalidParameter(JsonPath(json), "Okänt eller felaktigt värde."))
            : ParameterName().Match(bad.Message) is { Success: true } match
                ? CommonErrors.Invalid.ToProblem(null, new InvalidParameter(match.Groups[1].Value, "Värdet saknas eller har fel form."))
                : CommonErrors.Invalid.ToProblem("Meddelandet saknas, är för stort eller har fel form.");
        problem.Status = bad.StatusCode;
        return problem;
    }

    private static string JsonPath(System.Text.Json.JsonException json) =>
        UnmappedMember().Match(json.Message) is { Success: true } unmapped ? unmapped.Groups[1].Value : json.Path?.TrimStart('$', '.') is { Length: > 0 } path ? path : "body";

    /// <summary>No connection, too many of them, or an issuer whose keys have never been read: the caller may try again.</summary>
    private static bool IsUnavailable(Exception exception) => exception switch
    {
        NpgsqlException { IsTransient: true } or TimeoutException => true,
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" or "3D000" } => true,
        _ when exception.Message.Contains("IDX20803", StringComparison.Ordinal) => true,
        { InnerException: { } inner } => IsUnavailable(inner),
        _ => false,
    };

    /// <summary>Text with a NUL, which JSON and addresses can carry and the database cannot.</summary>
    private static bool IsUnstorable(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter }
        || (exception.InnerException is { } inner && IsUnstorable(inner));

    // "Failed to bind parameter "int limit" from "abc"." and "Required parameter "string q" was not provided …" are the framework's only words for it.
    [GeneratedRegex("parameter \"[^\" ]+ ([^\"]+)\"")]
    private static partial Regex ParameterName();

    [GeneratedRegex("The JSON property '([^']+)' could not be mapped")]
    private static partial Regex UnmappedMember();
}
