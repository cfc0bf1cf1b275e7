using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceDefaults;

/// <summary>
/// Access tokens (RFC 9068) from the platform's issuer, or from another OIDC issuer that <c>Auth:Authority</c> names.
/// Each service checks signature, issuer, audience and life itself, whatever the gateway has done.
/// </summary>
public static class Authentication
{
    internal static void AddTokenValidation(this WebApplicationBuilder builder, string service)
    {
        var settings = builder.Configuration.GetSection("Auth");
        // The metadata is read inside the platform's own network; the issuer it names is the public one.
        var authority = settings["Authority"] ?? $"{builder.Configuration["services:identity:http:0"] ?? "http://localhost:8080"}/identity/";
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(bearer =>
        {
            bearer.MetadataAddress = $"{authority.TrimEnd('/')}/.well-known/openid-configuration";
            bearer.RequireHttpsMetadata = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
            bearer.MapInboundClaims = false;
            bearer.TokenHandlers.Clear();
            bearer.TokenHandlers.Add(new CachingTokenHandler());
            bearer.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAudience = settings["Audience"] ?? service,
                NameClaimType = "name",
                RoleClaimType = settings["RoleClaim"] ?? "role",
                ClockSkew = TimeSpan.FromSeconds(30),
                // An allow-list, so that neither "none" nor a shared secret is ever accepted.
                ValidAlgorithms = settings.GetSection("Algorithms").Get<string[]>() ?? [SecurityAlgorithms.EcdsaSha256],
                ValidTypes = settings.GetSection("Types").Get<string[]>() ?? ["at+jwt"],
            };
        });
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(Scopes.ReadPolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(check => Scopes.Has(check.User, $"{service}:read")))
            .AddPolicy(Scopes.WritePolicy, policy => policy.RequireAuthenticatedUser().RequireAssertion(check => Scopes.Has(check.User, $"{service}:write")));
    }

    /// <summary>
    /// Remembers for at most a minute that a token was valid: to check an ES256 signature takes about half of the processor time
    /// of a short request. A refused token is not remembered, and only hashes are kept.
    /// </summary>
    private sealed class CachingTokenHandler : TokenHandler
    {
        private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
        private const int MostTokens = 20_000;
        private readonly JsonWebTokenHandler inner = new() { MapInboundClaims = false };
        private readonly ConcurrentDictionary<UInt128, (TokenValidationResult Result, DateTime Until)> valid = new();

        public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
        {
            var key = Key(token);
            var now = DateTime.UtcNow;
            if (valid.TryGetValue(key, out var known) && known.Until > now) return known.Result;

            var result = await inner.ValidateTokenAsync(token, validationParameters);
            if (!result.IsValid) return result;
            if (valid.Count >= MostTokens) Forget(now);
            var expires = result.SecurityToken.ValidTo;
            valid[key] = (result, expires < now + Longest ? expires : now + Longest);
            return result;
        }

        public override SecurityToken ReadToken(string token) => inner.ReadToken(token);

        private void Forget(DateTime now)
        {
            foreach (var (key, entry) in valid)
                if (entry.Until <= now) valid.TryRemove(key, out _);
            if (valid.Count >= MostTokens) valid.Clear();
        }

        private static UInt128 Key(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(Encoding.ASCII.GetBytes(token), hash);
            return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
        }
    }
}
