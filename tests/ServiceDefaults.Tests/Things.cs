using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Rules;
using Testing;

namespace ServiceDefaults.Tests;

/// <summary>A service without a database that has one endpoint of each kind, to see what all services share.</summary>
public sealed class Things : IAsyncDisposable
{
    private static readonly Error NotFound = new("thing/not-found", 404, "Saken finns inte");

    private readonly WebApplication app;

    private Things(WebApplication app) => this.app = app;

    /// <summary>A client without a token.</summary>
    public HttpClient Public => app.GetTestClient();

    /// <summary>A client with that token.</summary>
    public HttpClient WithToken(string token)
    {
        var client = app.GetTestClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }

    /// <summary>Starts it.</summary>
    public static async Task<Things> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["Logging:LogLevel:Default"] = "Critical";
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Critical";
        builder.AddServiceDefaults("things");
        builder.Services.AddOpenApi("v1", options => options.Describe("things"));
        builder.Services.AddValidation();
        TestTokens.Trust(builder.Services);
        builder.Services.PostConfigure<Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerOptions>(
            "Bearer", bearer => bearer.TokenValidationParameters.ValidAudience = "municipalities");
        var app = builder.Build();
        app.MapServiceDefaults();
        var api = app.MapApi();
        api.MapGet("things", ([AsParameters] Paging paging, [AsParameters] Filter filter, HttpRequest request) =>
            TypedResults.Ok(Pages.Of([new Thing("a", 3)], 41, paging, request)));
        api.MapGet("things/{id}", Results<Ok<Thing>, ProblemHttpResult> (string id) =>
            id == "a" ? TypedResults.Ok(new Thing("a", 3)) : NotFound.Result("Sök bland sakerna.")).Fails(NotFound);
        api.MapPost("things", (NewThing thing) => TypedResults.Ok(thing));
        api.MapPut("things/{id}", Results<Ok<Thing>, ProblemHttpResult> (string id, IfMatch ifMatch) =>
            ifMatch.Refuses(3) is { } refused ? refused : TypedResults.Ok(new Thing(id, 4))).Fails(CommonErrors.Stale);
        api.MapGet("races", string () => throw new DbUpdateConcurrencyException());
        api.MapGet("outages", string () => throw new InvalidOperationException("transient", new TimeoutException()));
        api.MapGet("bugs", string () => throw new InvalidOperationException("secret of the inside"));
        api.MapGet("nested", () => TypedResults.Ok(new Other.NewThing("x")));
        await app.StartAsync();
        return new Things(app);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A filter of the list.</summary>
    public sealed class Filter
    {
        /// <summary>A kind.</summary>
        public string? Kind { get; init; }
    }

    /// <summary>Names of nested types may be the same.</summary>
    public static class Other
    {
        /// <summary>Another new thing.</summary>
        /// <param name="Other1">Anything.</param>
        public sealed record NewThing(string Other1);
    }

    /// <summary>A thing.</summary>
    /// <param name="Id">Its identity.</param>
    /// <param name="Version">Its version.</param>
    public sealed record Thing(string Id, int Version) : IVersioned;
}

/// <summary>What is sent to make a thing.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Amount">How many.</param>
/// <param name="Color">In which colour.</param>
/// <param name="On">Since which day.</param>
/// <param name="Marks">What is written on it.</param>
/// <param name="Parts">What it is made of.</param>
public sealed record NewThing([property: Required, StringLength(10, MinimumLength = 2)] string Title, [property: Range(1, 5)] int Amount, Color Color,
    [property: Day] DateOnly? On = null, IReadOnlyList<string>? Marks = null, IReadOnlyList<Things.Thing>? Parts = null);

/// <summary>A colour.</summary>
public enum Color
{
    /// <summary>Like the sky.</summary>
    SkyBlue,

    /// <summary>Like a lingonberry.</summary>
    Red,
}
