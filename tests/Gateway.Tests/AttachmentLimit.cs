using Testing;
using Xunit;

namespace Gateway.Tests;

/// <summary>Files may be larger than other requests, on the one route that takes them.</summary>
public sealed class AttachmentLimit
{
    [Fact]
    public async Task A_file_may_be_larger_on_its_own_route_alone()
    {
        const int largest = 10 * 1024 * 1024;
        await using var stub = await StubService.StartAsync("knowledge");
        await using var gateway = GatewayHost.Start([stub], null);
        var client = gateway.Client();
        var files = $"/knowledge/v1/discussions/{Guid.NewGuid()}/attachments?fileName=a.pdf";
        using var fits = new ByteArrayContent(new byte[largest]);
        Assert.Equal(largest, (await (await client.PostAsync(files, fits, TestContext.Current.CancellationToken)).ReadAsync<StubService.Seen>()).Body);
        // Asks first, as a client with a large file should: the refusal would otherwise close the line while it still writes.
        using var longer = new HttpRequestMessage(HttpMethod.Post, files) { Content = new ByteArrayContent(new byte[largest + 1]) };
        longer.Headers.ExpectContinue = true;
        await (await client.SendAsync(longer, TestContext.Current.CancellationToken)).ReadProblemAsync(413, "gateway/too-large");
        foreach (var other in new[] { "/knowledge/v1/discussions", $"/knowledge/v1/discussions/{Guid.NewGuid()}/replies" })
        {
            using var large = new ByteArrayContent(new byte[1024 * 1024 + 1]);
            await (await client.PostAsync(other, large, TestContext.Current.CancellationToken)).ReadProblemAsync(413, "gateway/too-large");
        }
    }
}
