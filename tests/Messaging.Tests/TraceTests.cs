using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ServiceDefaults.Messaging;
using Testing;
using Xunit;

namespace Messaging.Tests;

/// <summary>A request, the publication of what it changed, and the effect in the other service are one trace.</summary>
public sealed class TraceTests(PostgresFixture postgres, RabbitFixture rabbit)
{
    [Fact]
    public async Task A_request_its_publication_and_its_effect_are_one_trace()
    {
        var broker = await rabbit.NewHostAsync();
        await using var publisher = await TestService.Build(await postgres.NewTestDatabaseAsync(), broker, endpoints: root =>
            root.Api.MapPost("/things", async (string title, TestDb db, CancellationToken stop) =>
            {
                var thing = Thing.Draft(title).Publish();
                db.Add(thing);
                await db.SaveChangesAsync(stop);
                return TypedResults.Ok(thing.Id);
            }).AllowAnonymous()).StartAsync();
        await using var consumer = await TestService.Build(
            await postgres.NewTestDatabaseAsync(), broker, "readers", m => m.Handle<ThingChanged, KeepThing>()).StartAsync();
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is MessagingMetrics.Name or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var client = publisher.Client();
        using var response = await client.PostAsync("/tests/v1/things?title=trace", null);
        response.EnsureSuccessStatusCode();
        var request = await Eventually.SeeAsync(
            () => Task.FromResult(spans.FirstOrDefault(span => span.DisplayName == "POST /tests/v1/things")), span => span is not null);

        // A publication that failed once and was repeated would be there twice, and is part of the trace all the same.
        var seen = await Eventually.SeeAsync(
            () => Task.FromResult(string.Join("; ", spans.Select(span => $"{span.DisplayName} {(span.TraceId == request!.TraceId ? "here" : "elsewhere")}").Distinct())),
            all => all.Contains("handle tests.thing-changed here", StringComparison.Ordinal));
        Assert.Contains("publish tests.thing-changed here", seen, StringComparison.Ordinal);
    }
}
