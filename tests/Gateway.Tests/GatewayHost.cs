using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Testing;

namespace Gateway.Tests;

/// <summary>The gateway on a real socket, with a stub for each service that is wanted.</summary>
internal sealed class GatewayHost : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string?> settings;
    private readonly bool trustTests;

    private GatewayHost(Dictionary<string, string?> settings, bool trustTests)
    {
        this.settings = settings;
        this.trustTests = trustTests;
        UseKestrel(0);
        StartServer();
        Address = ClientOptions.BaseAddress;
    }

    public Uri Address { get; }

    /// <param name="stubs">A stub answers for the service of its name; two of the same name are replicas.</param>
    /// <param name="settings">More configuration.</param>
    /// <param name="trustTests">False makes it read an issuer's metadata, as it does in operation.</param>
    public static GatewayHost Start(IEnumerable<StubService> stubs, Dictionary<string, string?>? settings = null, bool trustTests = true)
    {
        var all = new Dictionary<string, string?>(settings ?? []);
        foreach (var replicas in stubs.GroupBy(stub => stub.Name))
            foreach (var (stub, index) in replicas.Select((stub, index) => (stub, index)))
                all[$"services:{stub.Name}:http:{index}"] = stub.Address;
        return new GatewayHost(all, trustTests);
    }

    /// <summary>A client with that token, or of the public.</summary>
    public HttpClient Client(string? token = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, ActivityHeadersPropagator = null }) { BaseAddress = Address };
        if (token is not null) client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        foreach (var (key, value) in settings) builder.UseSetting(key, value);
        if (trustTests) builder.ConfigureServices(TestTokens.Trust);
    }
}
