using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ServiceDefaults.Messaging;

/// <summary>Wakes the relay of this process after a commit. A lost signal costs time only: the relay also looks by itself.</summary>
internal sealed class RelaySignal
{
    private readonly Channel<bool> set = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Set() => set.Writer.TryWrite(true);

    /// <summary>Returns when it is set, or after the time.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(atMost);
        try { await set.Reader.ReadAsync(limit.Token); }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested) { /* the time is up */ }
    }
}

/// <summary>A transaction that the caller began signals when it is committed, not when it is saved.</summary>
internal sealed class SignalAfterCommit : DbTransactionInterceptor
{
    public static readonly SignalAfterCommit Instance = new();

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        (eventData.Context as ServiceDb)?.SignalRelay();

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        (eventData.Context as ServiceDb)?.SignalRelay();
        return Task.CompletedTask;
    }
}
