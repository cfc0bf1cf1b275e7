using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Identity.Keys;

/// <summary>Gives OpenIddict the keys of the ring, and new ones when the ring has them.</summary>
internal static class Setup
{
    public static void AddKeys(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("identity");
        // Without a certificate, whoever reads the database reads the keys too; in production it belongs outside the database.
        if (builder.Configuration["DataProtection:Certificate"] is { Length: > 0 } file)
            protection.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(file, builder.Configuration["DataProtection:CertificatePassword"]));
        builder.Services.AddSingleton<DatabaseXml>();
        builder.Services.AddOptions<KeyManagementOptions>().Configure<DatabaseXml>((options, database) => options.XmlRepository = database);
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddSingleton<KeyChanges>();
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(services => services.GetRequiredService<KeyChanges>());
        builder.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(services => services.GetRequiredService<KeyChanges>());
        builder.Services.AddHostedService<KeyWatch>();
    }

    /// <summary>
    /// No request of the issuer is served before the keys have been read: without the database it answers 503, and the key that
    /// <see cref="KeyChanges"/> puts in their place never signs anything.
    /// </summary>
    public static void UseKeys(this WebApplication app)
    {
        var ring = app.Services.GetRequiredService<KeyRing>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path.StartsWithSegments("/identity")) await ring.EnsureAsync(context.RequestAborted);
            await next(context);
        });
    }

    private sealed class KeyChanges : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>
    {
        private readonly KeyRing ring;
        private ConfigurationReloadToken token = new();

        public KeyChanges(KeyRing ring)
        {
            this.ring = ring;
            ring.Changed += () => Interlocked.Exchange(ref token, new ConfigurationReloadToken()).OnReload();
        }

        public string Name => Options.DefaultName;

        public IChangeToken GetChangeToken() => token;

        public void Configure(OpenIddictServerOptions options)
        {
            var keys = ring.Keys;
            foreach (var (_, key) in keys.Where(key => key.Use == StoredKey.Signing))
                options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256));
            foreach (var (_, key) in keys.Where(key => key.Use == StoredKey.Encryption))
                options.EncryptionCredentials.Add(new EncryptingCredentials(key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
            if (keys.Count > 0) return;
            // Liveness is answered without a database, and OpenIddict looks at its options at every request.
            var nothing = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
            options.SigningCredentials.Add(new SigningCredentials(new ECDsaSecurityKey(nothing) { KeyId = "none" }, SecurityAlgorithms.EcdsaSha256));
            options.EncryptionCredentials.Add(new EncryptingCredentials(
                new SymmetricSecurityKey(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)) { KeyId = "none" },
                SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        }
    }
}
