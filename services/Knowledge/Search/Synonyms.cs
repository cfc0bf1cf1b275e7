namespace Knowledge.Search;

/// <summary>Words of the field that mean the same to those who search. One word each; a phrase belongs in a chapter's keywords.</summary>
internal static class Synonyms
{
    private const string Lines = """
        tröskelvärde beloppsgräns gräns
        lokalvård städning
        köpa upphandla inköp
        inköpare upphandlare
        asf arbetsintegrerande wise
        idéburen ideell civilsamhälle
        förening organisation
        avtal kontrakt
        bidrag stöd
        iop partnerskap
        glesbygd landsbygd landsort
        kafé cafe kafeteria servering
        uppföljning utvärdering
        gdpr personuppgift dataskydd
        offert anbud
        intyg bevis
        chef ledare
        lov valfrihet kundval
        annons annonsera
        reservera reserverad
        praktik arbetsträning
        mentor mentorskommun
        självskattning självvärdering utgångsläge
        effekt resultat
        prissätta pris kalkyl
        konsortium grupp
        äldre senior
        begagnat återbruk
        hemligt sekretess
        policy styrdokument riktlinje
        koordinator samordnare
        kommunstyrelse nämnd
        """;

    /// <summary>The groups.</summary>
    public static IReadOnlyList<string[]> Groups { get; } =
        [.. Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
}
