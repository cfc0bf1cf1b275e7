using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Testing;

/// <summary>
/// Access tokens as the platform's issuer writes them, signed with a key of the tests. Only where the key comes from is
/// replaced in the service under test; signature, audience, life, type and scope are checked as in operation.
/// </summary>
public static class TestTokens
{
    /// <summary>The issuer that <see cref="Trust"/> makes a service believe in.</summary>
    public const string Issuer = "https://issuer.test/";

    private static readonly ECDsaSecurityKey Key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "tests" };

    private static readonly string[] Services = ["municipalities", "enterprises", "matchmaking", "knowledge"];

    /// <summary>The key that checks them, as a JSON Web Key (RFC 7517).</summary>
    internal static object PublicKey
    {
        get
        {
            var point = Key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
            return new { kty = "EC", crv = "P-256", alg = "ES256", use = "sig", kid = Key.KeyId, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
        }
    }

    /// <summary>An access token.</summary>
    /// <param name="role">One of <c>ServiceDefaults.Roles</c>, or null for none.</param>
    /// <param name="org">Municipality code, enterprise id, <c>skr</c> or an agency's id.</param>
    /// <param name="subject">The person or system; made from role and organisation when not given, so that two differ.</param>
    /// <param name="scope">Space-separated; read and write on every service when not given.</param>
    /// <param name="change">Last changes, for tests that want a faulty token.</param>
    public static string Create(
        string? role, string? org, string? subject = null, string? scope = null, Action<SecurityTokenDescriptor>? change = null)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = subject ?? $"{role}@{org}",
            ["name"] = subject ?? $"{role} {org}",
            ["scope"] = scope ?? string.Join(' ', Services.SelectMany(service => new[] { $"{service}:read", $"{service}:write" })),
            ["aud"] = Services,
        };
        if (role is not null) claims["role"] = role;
        if (org is not null) claims["org"] = org;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            TokenType = "at+jwt",
            Claims = claims,
            Expires = DateTime.UtcNow.AddMinutes(10),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler().CreateToken(descriptor);
    }

    /// <summary>Makes a service take its keys from the tests instead of from the issuer's metadata.</summary>
    public static void Trust(IServiceCollection services) =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, bearer =>
        {
            var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
            configuration.SigningKeys.Add(Key);
            bearer.ConfigurationManager = null;
            bearer.Configuration = configuration;
            bearer.TokenValidationParameters.ValidIssuer = Issuer;
            bearer.TokenValidationParameters.IssuerSigningKey = Key;
        });
}
