namespace Identity;

/// <summary>The platform's address as people and systems outside see it (<c>PublicUrl</c>), and what follows from it.</summary>
internal static class Settings
{
    public static Uri PublicUrl(this IConfiguration configuration) =>
        new((configuration["PublicUrl"] ?? "http://localhost:8080").TrimEnd('/') + "/");

    /// <summary>The issuer as it stands in tokens (RFC 8414 section 2).</summary>
    public static Uri Issuer(this IConfiguration configuration) => new(configuration.PublicUrl(), "identity/");

    /// <summary>Browsers accept the prefix only together with Secure, which plain http on a developer's machine cannot give.</summary>
    public static string CookieName(this IConfiguration configuration, string name) =>
        configuration.PublicUrl().Scheme == Uri.UriSchemeHttps ? $"__Host-{name}" : name;

    public static CookieSecurePolicy CookieSecurity(this IConfiguration configuration) =>
        configuration.PublicUrl().Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
}
