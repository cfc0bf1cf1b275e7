using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace ServiceDefaults;

/// <summary>
/// A query parameter that the endpoint does not know is refused by name. Passed over in silence, a misspelt filter would
/// answer with everything, and the caller would believe it.
/// </summary>
internal static class UnknownParameters
{
    public static EndpointFilterDelegate Refuse(EndpointFilterFactoryContext endpoint, EndpointFilterDelegate next)
    {
        var known = endpoint.MethodInfo.GetParameters().SelectMany(Names).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return invocation =>
        {
            var query = invocation.HttpContext.Request.Query;
            if (query.Count == 0) return next(invocation);
            var unknown = query.Keys.Where(key => !known.Contains(key) || IsInRoute(invocation.HttpContext, key)).ToArray();
            return unknown.Length == 0
                ? next(invocation)
                : ValueTask.FromResult<object?>(CommonErrors.Invalid.Result(null,
                    [.. unknown.Select(name => new InvalidParameter(name, "Okänd parameter."))]));
        };
    }

    private static IEnumerable<string> Names(ParameterInfo parameter)
    {
        if (parameter.GetCustomAttributes().Any(attribute => attribute is IFromBodyMetadata or IFromHeaderMetadata or IFromServiceMetadata)) return [];
        if (parameter.GetCustomAttribute<AsParametersAttribute>() is not null)
            return parameter.ParameterType.GetProperties().Where(property => IsSimple(property.PropertyType))
                .Select(property => FromQuery(property) ?? property.Name);
        return IsSimple(parameter.ParameterType) && parameter.Name is { } name ? [FromQuery(parameter) ?? name] : [];
    }

    private static string? FromQuery(ICustomAttributeProvider provider) =>
        provider.GetCustomAttributes(inherit: false).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name;

    private static bool IsSimple(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray) return IsSimple(type.GetElementType()!);
        return type == typeof(string) || type.IsPrimitive || type.IsEnum
            || (type != typeof(CancellationToken) && type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.Name == "TryParse"));
    }

    private static bool IsInRoute(HttpContext context, string key) => context.Request.RouteValues.ContainsKey(key);
}
