using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ServiceDefaults;

/// <summary>An answer that carries its noun's version, which becomes the ETag (RFC 9110 section 8.8.3).</summary>
public interface IVersioned
{
    /// <summary>The noun's version.</summary>
    int Version { get; }
}

/// <summary>
/// The version that a change is meant for, from <c>If-Match</c>. A handler asks <see cref="Refuses"/> after it has found
/// the noun and before it changes it.
/// </summary>
public readonly struct IfMatch
{
    private readonly string? header;

    private IfMatch(string? header) => this.header = header;

    /// <summary>Any version will do; for a change that overwrites nothing that others have written.</summary>
    public static IfMatch Any => new("*");

    /// <summary>The problem when the header is missing (428) or names another version (412); otherwise null.</summary>
    /// <param name="version">The noun's version as stored.</param>
    public ProblemHttpResult? Refuses(int version) => header switch
    {
        null => CommonErrors.IfMatchMissing.Result("Läs uppgiften och skicka dess ETag i If-Match."),
        "*" => null,
        _ when ETags.Contains(header, version) => null,
        _ => CommonErrors.Stale.Result("Läs om, se vad som ändrats och försök igen."),
    };

    /// <summary>Binds the parameter from the request, by the framework's convention.</summary>
    public static ValueTask<IfMatch> BindAsync(HttpContext context) =>
        ValueTask.FromResult(new IfMatch(context.Request.Headers.IfMatch is { Count: > 0 } values ? values.ToString() : null));
}

/// <summary>A noun's version as an entity tag.</summary>
public static class ETags
{
    /// <summary>The tag of a version.</summary>
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    internal static bool Contains(string header, int version) =>
        header.Split(',', StringSplitOptions.TrimEntries).Contains(Of(version));

    /// <summary>Sets the tag on answers with a version, and answers 304 when the caller already has it.</summary>
    internal static async ValueTask<object?> Answer(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var result = await next(invocation);
        var answer = result is INestedHttpResult nested ? nested.Result : result;
        if (answer is not IValueHttpResult { Value: IVersioned versioned }) return result;

        var http = invocation.HttpContext;
        http.Response.Headers.ETag = Of(versioned.Version);
        if (!HttpMethods.IsGet(http.Request.Method)) return result;
        http.Response.Headers.CacheControl = http.User.Identity?.IsAuthenticated == true ? "private, no-cache" : "no-cache";
        return http.Request.Headers.IfNoneMatch is { Count: > 0 } known && Contains(known.ToString(), versioned.Version)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : result;
    }
}
