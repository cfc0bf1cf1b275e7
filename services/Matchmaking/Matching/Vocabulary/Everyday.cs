using System.Collections.Frozen;
using ServiceDefaults.Text;

namespace Matchmaking.Matching.Vocabulary;

/// <summary>
/// Words that any story may hold whatever it is about. They say a little where the vocabulary uses them on purpose ("ringa" of a switchboard),
/// but must never decide.
/// </summary>
internal static class Everyday
{
    /// <summary>The words, for the fingerprint of the vocabulary.</summary>
    public const string Words =
        """
        hänger hängt lämnar lämnade lämnat ringer ringa ringt ringde ligger ligga legat står stå stått sitter sitta suttit klagar klaga klagat vågar våga talar tala talat
        pratar prata har haft blivit blir hittar hitta hittat slutat slutar sluta slutade saknar sakna saknas saknade öppnar öppna fråga frågar frågat
        egentligen trettio fyrtio femtio sextio sjuttio åttio nittio fyrahundra femhundra tusen tjugofem femton sexton hälften halvår halva dubbelt
        januari februari mars april maj juni juli augusti september oktober november december måndag tisdag onsdag torsdag fredag lördag söndag
        morgon morgonen morgnar kväll kvällen kvällar natten dagarna förmiddag eftermiddag helgen helg helger sommaren våren våras hösten höst vintern förra senaste sista
        vanligt ovanligt nästan alldeles väldigt riktigt ganska oftast någonstans ingenstans någonting överallt redan knappt fortfarande slutligen
        hotar hotat vill ville velat önskan förslag idé sak saker sätt bit fall skäl orsak problem fråga svar lösning chans möjlighet risk
        första andra tredje fjärde trevlig rolig fin fina fint vacker vackert hemsk hemskt illa dålig dåligt dåliga svår svårt svåra lätt enkelt enkel
        säker säkert tung tungt tunga trasig trasiga sönder gammal gamla gammalt ny nya färdig klar klart tom tomt full fullt mycket
        tjänsteman chef chefen chefer rektor rektorn rektorer handläggare handläggaren förvaltning förvaltningen nämnd nämnden kollega kollegor
        ledning ledningen stab vaktmästare medborgare invånare invånarna folk nån någons varandra besökare besökaren boende granne grannar grannarna
        kom komma ut in fram bort tillbaka upp ner igenom förbi runt bakom framför bredvid utanför innanför ovanför ovanpå nere uppe inne ute
        byta byter bytt gå åka köra köper köpa köpt säljer sälja betala betalar kosta kostar tappat tappa hamna hamnar ordna ordnar ordnat lösa löser fixa
        försöker försök räcker räcka händer hände hända känner känna känt märker märka visar visa visat börja börjar börjat började fortsätter
        stänger stängde stängt stänga väntar vänta väntat kräver krävs kräva kallas heter namn nummer adress rätt fel röd vit svart blå gul grön färg
        anser menar tänker tänkt minns glömt glömmer läser hört berättar tyvärr faktiskt precis särskilt framför rad massor hög högen
        sida sidan sidor ställe stället dags del delen hela halv hundra tusen par stycken antal fler färre resten övrigt främst huvudsak fall
        användas används göras gjorts skett sker sköter sköts kör körs kommit följer följa mitt mittemot intill bredvid emellan längst högst lägst
        minut minuter sekund timme timmar timmarna dygn dygnet stund ögonblick säsong säsongen årligen dagligen torsdagar torsdagarna måndagar tisdagar fredagar
        räknas räknat anmälde anmält anmäla begär bad ber bett lovat lovade skyller ansvarar tvingas tvungen slippa slipper undvika duga duger funkar fungerar
        vaknar somnar reser bor bott bodde lever levt leva dött dör suger sugit sitt drar dra dragit lyfter lyft håller hållit hållas kastar tappar
        mark luft ljus mörker värme kyla sol regn vind väder eld stad land ort orten trakten området område byggnad rum lokaler utrymme hörn kant mitten
        människa människan personerna gubbe gumma kille killen tjej tjejen herr fru dam man kvinna kvinnor män barnen unge ungar ungarna vuxen vuxna äldre unga
        mammor mamman mamma pappa pappan föräldrar föräldrarna syskon bror syster son dotter vän vänner kompis kompisar familj familjen familjer släkt
        ensam ensamt ihop ständigt plötsligt långsamt snart sent tidigt gratis dyrt billigt pengar krona kronor budget
        fabrik butik kontor skola skolan skolor arbetsplats huset hus hemmet gata gatan torget centrum byn
        skäms ilska arg arga glad glada ledsen ledsna trött trötta rädd rädda orolig oroliga nöjd nöjda stolt
        låda lådan lådor säck påse sak grej grejer prylar material delar bitar kartong
        intryck känsla uppgift uppgifter ansvar krav kraven regel regler mål plan planer tanke besked svar fråga
        ha haft hade tog ger gav gick stod satt låg sade såg drar drog lagt lade hoppar hoppat hopp vänder
        """;

    /// <summary>Stems of the words.</summary>
    public static FrozenSet<string> Stems { get; } = Words
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(SwedishStemmer.Stem).ToFrozenSet();
}
