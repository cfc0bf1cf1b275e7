using ServiceDefaults;

namespace Knowledge.Articles;

/// <summary>What can go wrong with an article.</summary>
internal static class ArticleErrors
{
    public static readonly Error NotFound = new("article/not-found", 404, "Artikeln finns inte");
    public static readonly Error NotYours = new("article/not-yours", 403, "Du får inte ändra den här artikeln");
    public static readonly Error SlugTaken = new("article/slug-taken", 409, "Adressen används redan av en annan artikel");
    public static readonly Error AlreadyPublished = new("article/already-published", 409, "Artikeln är redan publicerad");
    public static readonly Error NotPublished = new("article/not-published", 409, "Bara en publicerad artikel kan granskas");
    public static readonly Error Withdrawn = new("article/withdrawn", 409, "Artikeln är återtagen");
    public static readonly Error NoSources = new("article/no-sources", 409, "En publicerad artikel måste ange sina källor");
    public static readonly Error ReviewDatePassed = new("article/review-date-passed", 409, "Granskningsdagen måste ligga framåt i tiden");
}
