using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using ServiceDefaults.Messaging.Idempotency;

namespace ServiceDefaults.Messaging;

/// <summary>Requests that may be sent again.</summary>
public static class IdempotentExtensions
{
    private const string Header = "Idempotency-Key";
    private static readonly Error KeyInvalid = new("idempotency/key-invalid", 400, "Idempotency-Key går inte att använda");
    private static readonly Error KeyInUse = new("idempotency/in-progress", 409, "Samma begäran behandlas redan");
    private static readonly Error KeyReused = new("idempotency/key-reused", 422, "Idempotency-Key har redan använts för en annan begäran");

    /// <summary>
    /// Honours <c>Idempotency-Key</c> (draft-ietf-httpapi-idempotency-key-header): a request sent again with the same key gets the
    /// same answer and has no second effect; 422 when the key was used for something else, 409 while the first is being answered.
    /// The answer is kept in the transaction of the change, so neither exists without the other. Keys belong to the token's subject.
    /// </summary>
    public static RouteHandlerBuilder Idempotent<TDb>(this RouteHandlerBuilder endpoint) where TDb : ServiceDb
    {
        // Around the whole endpoint and not as a filter: a filter sees neither the body as it was sent nor the answer as it is written.
        endpoint.Add(route =>
        {
            var inner = route.RequestDelegate!;
            route.RequestDelegate = http => http.Request.Headers[Header].ToString() is { Length: > 0 } key
                ? AnswerOnce(http, key, http.RequestServices.GetRequiredService<TDb>(), inner)
                : inner(http);
        });
        return endpoint.Fails(KeyInUse, KeyReused);
    }

    private static async Task AnswerOnce(HttpContext http, string key, ServiceDb db, RequestDelegate inner)
    {
        var stop = http.RequestAborted;
        if (key.Length > 255 || http.User.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            await KeyInvalid.Result("Högst 255 tecken, och bara för den som är inloggad.").ExecuteAsync(http);
            return;
        }
        var fingerprint = await Fingerprint(http.Request, stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var (busy, known) = await StoredAnswers.Find(db, subject, key, stop);
        if (busy) await KeyInUse.Result("Vänta en stund och skicka den igen.").ExecuteAsync(http);
        else if (known is null) await AnswerFirst(http, db, transaction, inner, answer => StoredAnswers.Keep(db, subject, key, fingerprint, answer, stop));
        else if (!known.Fingerprint.AsSpan().SequenceEqual(fingerprint)) await KeyReused.Result("Använd en ny nyckel för en ny begäran.").ExecuteAsync(http);
        else await known.Answer.WriteAsync(http.Response, stop);
    }

    private static async Task AnswerFirst(
        HttpContext http, ServiceDb db, IDbContextTransaction transaction, RequestDelegate inner, Func<Answer, Task> keep)
    {
        var body = http.Response.Body;
        using var written = new MemoryStream();
        http.Response.Body = written;
        try { await inner(http); }
        finally { http.Response.Body = body; }

        var answer = Answer.Of(http.Response, written.ToArray());
        // A refusal has changed nothing: it is not kept, and the same key may be tried again.
        if (answer.Status is >= 200 and < 300)
        {
            await keep(answer);
            await transaction.CommitAsync(http.RequestAborted);
        }
        else await transaction.RollbackAsync(CancellationToken.None);
        // Nothing has left before this: an answer is never seen whose change was not kept.
        await body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static async Task<byte[]> Fingerprint(HttpRequest request, CancellationToken stop)
    {
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, stop)) > 0;) hash.AppendData(buffer, 0, read);
        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }
}
