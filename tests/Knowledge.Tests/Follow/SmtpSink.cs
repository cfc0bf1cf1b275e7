using System.Buffers;
using System.Collections.Concurrent;
using LocalServers.Folders;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Mail;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Knowledge.Tests.Follow;

/// <summary>A mail server that keeps what it is given, and refuses what it is told to.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;
    private readonly Store store = new();

    public SmtpSink()
    {
        Port = Ports.Free();
        var services = new ServiceProvider();
        services.Add(store);
        services.Add(new Filter(this));
        running = new SmtpServer.SmtpServer(new SmtpServerOptionsBuilder().ServerName("sink").Port(Port).Build(), services).StartAsync(stop.Token);
    }

    public int Port { get; }

    /// <summary>Addresses that it does not know.</summary>
    public ConcurrentBag<string> Unknown { get; } = [];

    /// <summary>Whether it is out of order: it takes the mail in and then says that it failed.</summary>
    public bool Fails { set => store.Fails = value; }

    /// <summary>What it has taken, in order.</summary>
    public IReadOnlyList<MimeMessage> Mails => [.. store.Taken];

    public void Forget() => store.Taken.Clear();

    /// <summary>The service's settings that lead here.</summary>
    public Dictionary<string, string?> Settings => new()
    {
        ["Smtp:Host"] = "127.0.0.1",
        ["Smtp:Port"] = $"{Port}",
        ["Smtp:Security"] = "None",
        ["Smtp:From"] = "Nätverket <natverket@exempel.se>",
        ["PublicUrl"] = "https://natverket.exempel.se",
    };

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        try { await running; }
        catch (OperationCanceledException) { }
        stop.Dispose();
    }

    private sealed class Store : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Taken { get; } = [];
        public volatile bool Fails;

        public override async Task<SmtpResponse> SaveAsync(ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
        {
            if (Fails) return new SmtpResponse(SmtpReplyCode.Aborted, "later");
            Taken.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(buffer.ToArray()), cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class Filter(SmtpSink sink) : MailboxFilter
    {
        public override Task<bool> CanAcceptFromAsync(ISessionContext context, IMailbox from, int size, CancellationToken cancellationToken) => Task.FromResult(true);

        public override Task<bool> CanDeliverToAsync(ISessionContext context, IMailbox to, IMailbox from, CancellationToken cancellationToken) =>
            Task.FromResult(!sink.Unknown.Contains($"{to.User}@{to.Host}"));
    }
}
