using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults.Messaging;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>Requests sent again with the same Idempotency-Key.</summary>
public sealed class IdempotencyTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly SemaphoreSlim entered = new(0);
    private readonly SemaphoreSlim leave = new(0);
    private TestService service = null!;

    public async ValueTask InitializeAsync() => service = await TestService.Build(await postgres.NewTestDatabaseAsync(), endpoints: root =>
    {
        root.Api.MapPost("/things", async Task<IResult> (Request request, TestDb db, CancellationToken stop) =>
        {
            if (request.Title == "slow")
            {
                entered.Release();
                await leave.WaitAsync(stop);
            }
            var thing = Thing.Draft(request.Title).Publish();
            db.Add(thing);
            await db.SaveChangesAsync(stop);
            return request.Title == "refused" ? TypedResults.BadRequest() : TypedResults.Created($"/tests/v1/things/{thing.Id}", new Response(thing.Id));
        }).Idempotent<TestDb>().RequireAuthorization();
    }).StartAsync();

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        entered.Dispose();
        leave.Dispose();
    }

    [Fact]
    public async Task The_same_request_again_gets_the_same_answer_and_has_no_second_effect()
    {
        using var client = service.Client("anna");
        using var first = await Post(client, "Catering", "k1");
        using var second = await Post(client, "Catering", "k1");

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(1, await Count("Catering"));
    }

    [Fact]
    public async Task The_same_key_for_another_request_is_refused()
    {
        using var client = service.Client("anna");
        using var first = await Post(client, "Ett", "k2");
        await (await Post(client, "Två", "k2")).ReadProblemAsync(422, "/idempotency/key-reused");
        Assert.Equal(0, await Count("Två"));
    }

    [Fact]
    public async Task Two_subjects_may_use_the_same_key()
    {
        using var anna = service.Client("anna");
        using var bo = service.Client("bo");
        using var first = await Post(anna, "Lika", "k3");
        using var second = await Post(bo, "Lika", "k3");
        Assert.Equal(2, await Count("Lika"));
    }

    [Fact]
    public async Task While_the_first_is_being_answered_the_second_is_told_to_wait()
    {
        using var client = service.Client("anna");
        var first = Post(client, "slow", "k4");
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        await (await Post(client, "slow", "k4")).ReadProblemAsync(409, "/idempotency/in-progress");
        leave.Release();

        Assert.Equal(HttpStatusCode.Created, (await first).StatusCode);
        Assert.Equal(1, await Count("slow"));
    }

    [Fact]
    public async Task What_is_refused_leaves_nothing_and_may_be_tried_again()
    {
        using var client = service.Client("anna");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.BadRequest, (await Post(client, "refused", "k5")).StatusCode);
        Assert.Equal(0, await Count("refused"));
    }

    [Fact]
    public async Task Without_a_key_each_request_has_its_effect()
    {
        using var client = service.Client("anna");
        for (var i = 0; i < 2; i++) (await Post(client, "Två gånger", null)).EnsureSuccessStatusCode();
        Assert.Equal(2, await Count("Två gånger"));
    }

    private static Task<HttpResponseMessage> Post(HttpClient client, string title, string? key) =>
        client.SendJsonAsync(HttpMethod.Post, "/tests/v1/things", new Request(title), idempotencyKey: key);

    private Task<int> Count(string title) => service.Db(db => db.Things.CountAsync(thing => thing.Title == title));

    public sealed record Request(string Title);

    public sealed record Response(Guid Id);
}
