using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Portal;

/// <summary>
/// Style, script, font and pictures of the frame, parts of the program itself so that no folder must be found at run time. Each has an
/// address with a hash of its content, which browsers may therefore keep for a year; they are compressed once, at the start.
/// </summary>
internal static class Bundle
{
    private const string Style = "platform.css";
    private const string Script = "platform.js";
    private static readonly Assembly Here = Assembly.GetExecutingAssembly();
    private static readonly FrozenDictionary<string, Asset> Known = Load();

    /// <summary>The address of an asset, such as <c>/assets/platform.1f0c….css</c>.</summary>
    public static string Url(string name) => Known[name].Address;

    public static void MapAssets(this WebApplication app)
    {
        foreach (var asset in Known.Values)
            app.MapGet(asset.Address, (HttpContext context) => asset.Answer(context, "public, max-age=31536000, immutable")).ExcludeFromDescription().AllowAnonymous();
        // The sign-in page of Identity knows this name only.
        app.MapGet($"/{Style}", (HttpContext context) => Known[Style].Answer(context, "public, max-age=300")).ExcludeFromDescription();
        app.MapGet("/favicon.ico", (HttpContext context) => Known["mark.svg"].Answer(context, "public, max-age=86400")).ExcludeFromDescription();
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var files = Names("files/").Select(name => new Asset(name["files/".Length..], Read(name))).ToList();
        // Several sheets for the people who write them, one for the browser; they name files by {name}.
        var style = string.Concat(Names("styles/").Select(name => Encoding.UTF8.GetString(Read(name))));
        foreach (var file in files) style = style.Replace($"{{{file.Name}}}", file.Address, StringComparison.Ordinal);
        var script = string.Concat(Names("script/").Select(name => Encoding.UTF8.GetString(Read(name))));
        return files.Append(new Asset(Style, Encoding.UTF8.GetBytes(style))).Append(new Asset(Script, Encoding.UTF8.GetBytes(script)))
            .ToFrozenDictionary(asset => asset.Name);
    }

    private static IEnumerable<string> Names(string folder) =>
        Here.GetManifestResourceNames().Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static byte[] Read(string name)
    {
        using var stream = Here.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed class Asset
    {
        private readonly byte[] plain;
        private readonly byte[]? brotli;
        private readonly string type;
        private readonly EntityTagHeaderValue tag;

        public Asset(string name, byte[] bytes)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..12];
            var extension = Path.GetExtension(name);
            (Name, plain, Address) = (name, bytes, $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}");
            tag = new EntityTagHeaderValue($"\"{hash}\"");
            type = extension switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".woff2" => "font/woff2",
                _ => "application/octet-stream",
            };
            if (extension is ".css" or ".js" or ".svg") brotli = Compress(bytes);
        }

        public string Name { get; }

        public string Address { get; }

        public FileContentHttpResult Answer(HttpContext context, string caching)
        {
            context.Response.Headers.CacheControl = caching;
            context.Response.Headers.Vary = "Accept-Encoding";
            if (brotli is null || !context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
                return TypedResults.Bytes(plain, type, entityTag: tag);
            context.Response.Headers.ContentEncoding = "br";
            return TypedResults.Bytes(brotli, type, entityTag: tag);
        }

        private static byte[] Compress(byte[] bytes)
        {
            using var target = new MemoryStream();
            using (var stream = new BrotliStream(target, CompressionLevel.SmallestSize)) stream.Write(bytes);
            return target.ToArray();
        }
    }
}
