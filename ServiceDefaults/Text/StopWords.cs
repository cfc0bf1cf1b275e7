using System.Collections.Frozen;

namespace ServiceDefaults.Text;

/// <summary>Swedish words that say nothing of what a text is about.</summary>
public static class StopWords
{
    private const string Words =
        """
        och i att det som en på är av för med den till inte om ett men de vi har kan ska skall vill så sig när här där då var vara blir bli blev
        från vid man eller också efter under över ut in upp ner utan mot mellan genom innan före sedan bara mycket många mer mest alla allt
        varje någon något några ingen inget inga vår vårt våra er ert era ni du din ditt dina jag mig min mitt mina han hon honom henne hans
        hennes deras dem oss sina sin sitt vad vem vilka vilket vilken hur varför redan även samt både dels ju nog väl kanske ofta ibland
        alltid aldrig snart idag nu igen hit dit hem två tre fyra fem sex sju åtta nio tio elva tolv tjugo hundra första andra flera flesta
        annan annat andra samma egen eget egna helt hela lite liten litet små stor stort stora större bra god goda gott bättre bäst ny nytt nya
        få får fick fått gå går gick göra gör gjorde gjort ta tar tog tagit ge ger gav komma kommer kom kommit se ser såg sett finns finnas
        fanns måste borde bör skulle kunna kunde hade hava vore ville låta låter låt varit blivit varandra ifrån fjol ifjol nån nåt nåra sånt sån sådär dom dej mej sej behöver behöva behövs behov behovet söker söka sökes
        önskar önska gärna minst högst ungefär cirka ca per dag dagen dagar vecka veckan veckor månad månader år året åren gång gånger
        klockan kl tid tiden kommun kommunen kommunens kommuner kommunala verksamhet verksamheten verksamheter uppdrag tjänst tjänster
        tjänsten hjälp hjälpa hjälper erbjuder erbjuda levererar leverantör avtal avtalet enhet enheten enheter plats personer person
        människor medarbetare anställda anställd personal personalen jobbar jobb arbetar arbete arbeten arbetat arbetet arbeta del delar
        sätt typ slags sådant sådana sådan dessa denna detta dessutom eftersom medan därför alltså via enligt inom bland kring runt hos åt
        samtidigt tillsammans bland genom gäller gälla handlar såsom exempel exempelvis bl tex mm osv etc nuvarande idag vanlig vanliga
        olika hål viktigt viktig gör använder använda använd sätta sätter ställer ställa håller hålla tycker vet veta tror tro själva själv
        varken antingen ens ännu längre länge kort korta långt lång långa nära borta fram tillbaka bort genast direkt snabbt hinner hinna
        orkar klarar klara räcker trots trevligt dock hör höra säger säga ek för ab ideell förening ekonomisk kooperativ kooperativet stiftelsen
        """;

    /// <summary>The words themselves, lower case.</summary>
    public static FrozenSet<string> All { get; } =
        Words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet();
}
