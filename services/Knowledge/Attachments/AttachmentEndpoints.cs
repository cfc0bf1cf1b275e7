using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ServiceDefaults;
using ServiceDefaults.Rules;

namespace Knowledge.Attachments;

/// <summary>What can go wrong with an attachment.</summary>
internal static class AttachmentErrors
{
    public static readonly Error NotFound = new("attachment/not-found", 404, "Bilagan, eller det den hör till, finns inte");
    public static readonly Error NotYours = new("attachment/not-yours", 403, "Du får inte ändra bilagorna här");
    public static readonly Error TooLarge = new("attachment/too-large", 413, "Filen är för stor");
    public static readonly Error NotTaken = new("attachment/not-taken", 415, "Filen är inte av ett slag som tas emot");
    public static readonly Error TooMany = new("attachment/too-many", 409, "Här finns redan så många bilagor som får plats");
}

internal static class AttachmentEndpoints
{
    private static readonly (string Kind, string Path, string Name)[] Things =
        [("article", "articles", "Article"), ("case", "cases", "Case"), ("meeting", "meetings", "Meeting"), ("discussion", "discussions", "Discussion")];

    public static void MapAttachments(this RouteGroupBuilder api)
    {
        foreach (var (kind, path, name) in Things)
        {
            var files = api.MapGroup($"/{path}/{{thing:guid}}/attachments").WithTags("attachments");
            files.MapGet("/", (Guid thing, CurrentUser user, KnowledgeDb db, CancellationToken stop) => ListAttachments.Handle(kind, thing, user, db, stop))
                .WithName($"List{name}Attachments").WithSummary("Bilagorna").Fails(AttachmentErrors.NotFound);
            files.MapGet("/{id:guid}", (Guid thing, Guid id, CurrentUser user, KnowledgeDb db, HttpResponse response, CancellationToken stop) =>
                    ReadAttachment.Handle(kind, thing, id, user, db, response, stop))
                .WithName($"Get{name}Attachment").WithSummary("En bilaga att ladda ner").Fails(AttachmentErrors.NotFound);
            files.MapPost("/", (Guid thing, [AsParameters] AddAttachment.Query query, HttpRequest request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop) =>
                    AddAttachment.Handle(kind, thing, query, request, user, db, clock, stop))
                .WithName($"Add{name}Attachment").WithSummary("Lägg till en bilaga: filen är hela begäran").Accepts<byte[]>("application/octet-stream")
                .WithMetadata(new RequestSizeLimitAttribute(Attachment.Largest))
                .Fails(AttachmentErrors.NotFound, AttachmentErrors.NotYours, AttachmentErrors.TooLarge, AttachmentErrors.NotTaken, AttachmentErrors.TooMany);
            files.MapDelete("/{id:guid}", (Guid thing, Guid id, CurrentUser user, KnowledgeDb db, CancellationToken stop) => RemoveAttachment.Handle(kind, thing, id, user, db, stop))
                .WithName($"Remove{name}Attachment").WithSummary("Ta bort en bilaga").Fails(AttachmentErrors.NotFound, AttachmentErrors.NotYours);
        }
    }
}

/// <summary>The files beside a thing.</summary>
internal static class ListAttachments
{
    /// <summary>A file.</summary>
    /// <param name="Id">Identity.</param>
    /// <param name="FileName">Its name.</param>
    /// <param name="ContentType">What it is.</param>
    /// <param name="Size">Bytes.</param>
    /// <param name="Sha256">SHA-256 of the content, hexadecimal.</param>
    /// <param name="AddedAt">When it was added (UTC).</param>
    public sealed record Item(Guid Id, string FileName, string ContentType, int Size, string Sha256, DateTimeOffset AddedAt);

    public static async Task<Results<Ok<IReadOnlyList<Item>>, ProblemHttpResult>> Handle(string kind, Guid thing, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        if (!(await AttachmentAccess.Of(kind, thing, user, db, stop)).Seen) return AttachmentErrors.NotFound.Result();
        return TypedResults.Ok<IReadOnlyList<Item>>(await db.Attachments.AsNoTracking().Where(a => a.Kind == kind && a.Thing == thing).OrderBy(a => a.AddedAt).ThenBy(a => a.Id)
            .Select(a => new Item(a.Id, a.FileName, a.ContentType, a.Size, a.Sha256, a.AddedAt)).ToListAsync(stop));
    }
}

/// <summary>The content, always as a download: whatever is in it, no browser runs it as a page of the platform.</summary>
internal static class ReadAttachment
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        string kind, Guid thing, Guid id, CurrentUser user, KnowledgeDb db, HttpResponse response, CancellationToken stop)
    {
        if (!(await AttachmentAccess.Of(kind, thing, user, db, stop)).Seen) return AttachmentErrors.NotFound.Result();
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Kind == kind && a.Thing == thing, stop);
        if (file is null) return AttachmentErrors.NotFound.Result();
        var content = await db.Set<AttachmentContent>().AsNoTracking().Where(c => c.Id == id).Select(c => c.Content).SingleAsync(stop);
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-cache";
        // A name to save under makes the answer an attachment.
        return TypedResults.File(content, file.ContentType, file.FileName);
    }
}

/// <summary>Adds a file.</summary>
internal static class AddAttachment
{
    /// <summary>About the file.</summary>
    public sealed class Query
    {
        /// <summary>Its name with ending: pdf, png, jpg, jpeg, docx, xlsx, pptx, odt, ods, odp, csv or txt.</summary>
        // Marks that turn the direction of writing would let a name look as if it ended in another way.
        [Required(ErrorMessage = "Namnet saknas."), MaxLength(120, ErrorMessage = "Högst 120 tecken."), RegularExpression(@"^[^/\\:*?""<>|\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+$", ErrorMessage = "Namnet har ett tecken som inte går att använda.")]
        public string FileName { get; init; } = "";
    }

    public static async Task<Results<Created<ListAttachments.Item>, ProblemHttpResult>> Handle(
        string kind, Guid thing, Query query, HttpRequest request, CurrentUser user, KnowledgeDb db, TimeProvider clock, CancellationToken stop)
    {
        var (seen, writes) = await AttachmentAccess.Of(kind, thing, user, db, stop);
        if (!seen) return AttachmentErrors.NotFound.Result();
        if (!writes) return AttachmentErrors.NotYours.Result();
        if (request.ContentLength > Attachment.Largest || await Read(request.Body, stop) is not { } bytes) return AttachmentErrors.TooLarge.Result("Högst 10 MB.");
        if (FileKind.Of(query.FileName, bytes) is not { } type) return AttachmentErrors.NotTaken.Result($"Filer som tas emot: {FileKind.Endings}; utan makron, och innehållet måste stämma med namnet.");
        // One at a time beside each thing, or two that come together would both find the last place free.
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"attachment:{kind}:{thing}"}, 0))", stop);
        if (await db.Attachments.CountAsync(a => a.Kind == kind && a.Thing == thing, stop) >= Attachment.Most) return AttachmentErrors.TooMany.Result();
        var file = new Attachment
        {
            Id = Guid.CreateVersion7(),
            Kind = kind,
            Thing = thing,
            FileName = query.FileName,
            ContentType = type,
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            AddedBy = user.Subject,
            AddedAt = clock.Moment(),
        };
        db.Add(file);
        db.Add(new AttachmentContent { Id = file.Id, Content = bytes });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return TypedResults.Created($"{request.Path.Value!.TrimEnd('/')}/{file.Id}", new ListAttachments.Item(file.Id, file.FileName, file.ContentType, file.Size, file.Sha256, file.AddedAt));
    }

    /// <summary>The whole body, or null when it is longer than a file may be.</summary>
    private static async Task<byte[]?> Read(Stream body, CancellationToken stop)
    {
        using var read = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int length; (length = await body.ReadAsync(buffer, stop)) > 0;)
        {
            if (read.Length + length > Attachment.Largest) return null;
            read.Write(buffer, 0, length);
        }
        return read.ToArray();
    }
}

/// <summary>Takes a file away, content and all.</summary>
internal static class RemoveAttachment
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(string kind, Guid thing, Guid id, CurrentUser user, KnowledgeDb db, CancellationToken stop)
    {
        var (seen, writes) = await AttachmentAccess.Of(kind, thing, user, db, stop);
        if (!seen) return AttachmentErrors.NotFound.Result();
        if (!writes) return AttachmentErrors.NotYours.Result();
        var removed = await db.Attachments.Where(a => a.Id == id && a.Kind == kind && a.Thing == thing).ExecuteDeleteAsync(stop);
        return removed == 0 ? AttachmentErrors.NotFound.Result() : TypedResults.NoContent();
    }
}
