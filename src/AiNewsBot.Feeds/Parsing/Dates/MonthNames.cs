using System.Collections.Frozen;

namespace AiNewsBot.Feeds.Parsing.Dates;

/// <summary>The months in the languages that feeds are written in, whole and cut short, in the cases in which dates have them.</summary>
internal static class MonthNames
{
    // Tried first, and with forms that the CLDR does not have. Names that mean two months in two languages (Polish and Croatian
    // "listopad") stand for the language with more feeds.
    private static readonly string[] Languages =
    [
        // English.
        "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august|sep sept september|oct "
            + "october|nov november|dec december",
        // German.
        "januar janner jaenner|februar feber|maerz marz mrz|april|mai|juni|juli|august|september|okt " + "oktober|november|dez dezember",
        // Dutch.
        "januari|februari|maart mrt|april|mei|juni|juli|augustus|september|okt oktober|november|december",
        // Swedish.
        "januari|februari|mars|april|maj|juni|juli|augusti|september|okt oktober|november|december",
        // Danish, Norwegian.
        "januar|februar|marts mars|april|maj mai|juni|juli|august|september|okt oktober|november|des desember " + "december",
        // Icelandic.
        "januar|februar|mars|april|mai|juni|juli|agu agust|september|oktober|nov november|desember",
        // Finnish.
        "tammi tammikuu tammikuuta|helmi helmikuu helmikuuta|maalis maaliskuu maaliskuuta|huhti huhtikuu "
            + "huhtikuuta|touko toukokuu toukokuuta|kesa kesakuu kesakuuta|heina heinakuu heinakuuta|elo elokuu elokuuta|syys "
            + "syyskuu syyskuuta|loka lokakuu lokakuuta|marras marraskuu marraskuuta|joulu joulukuu joulukuuta",
        // Estonian.
        "jaan jaanuar|veebr veebruar|marts|apr aprill|mai|juuni|juuli|aug august|sept|okt oktoober|nov november|dets " + "detsember",
        // French.
        "janv janvier|fev fevr fevrier|mars|avr avril|mai|juin|juil juillet|aout|septembre|octobre|novembre|decembre",
        // Spanish.
        "ene enero|febrero|marzo|abr abril|mayo|junio|julio|ago agosto|set setiembre septiembre|octubre|noviembre|dic " + "diciembre",
        // Catalan.
        "gen gener|febr febrer|marc|abril|maig|juny|juliol|ag agost|setembre|octubre|novembre|des desembre",
        // Portuguese.
        "janeiro|fev fevereiro|marco|abr abril|mai maio|junho|julho|ago agosto|set setembro|out outubro|novembro|dez " + "dezembro",
        // Italian.
        "gen gennaio|febbraio|marzo|aprile|mag maggio|giu giugno|lug luglio|ago agosto|set sett settembre|ott "
            + "ottobre|novembre|dic dicembre",
        // Romanian.
        "ian ianuarie|februarie|martie|aprilie|mai|iun iunie|iul iulie|august|septembrie|octombrie|noiembrie noi|decembrie",
        // Polish.
        "sty styczen stycznia|lut luty lutego|marzec marca|kwi kwiecien kwietnia|maj maja|cze czerwiec czerwca|lip "
            + "lipiec lipca|sie sierpien sierpnia|wrz wrzesien wrzesnia|paz pazdziernik pazdziernika|lis listopad listopada|gru "
            + "grudzien grudnia",
        // Czech.
        "led leden ledna|unor unora uno|brezen brezna bre|dub duben dubna|kveten kvetna kve|cerven cervna|cervenec "
            + "cervence|srp srpen srpna|zari zar|rij rijen rijna|listopad listopadu|prosinec prosince pro",
        // Slovak.
        "januar januara|februar februara|marec marca|april aprila|maj maja|jun juna|jul jula|august augusta|september "
            + "septembra|oktober oktobra|november novembra|december decembra",
        // Slovene.
        "januar|februar|marec|april|maj|junij|julij|avgust avg|september|oktober|november|december",
        // Serbian.
        "јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар",
        // Serbian.
        "januar|februar|mart|april|maj|jun|jul|avgust|septembar|oktobar|novembar|decembar",
        // Latvian.
        "janvaris|februaris|marts|aprilis|maijs|junijs|julijs|augusts|septembris|oktobris|novembris|decembris",
        // Lithuanian.
        "sausio|vasario|kovo|balandzio|geguzes|birzelio|liepos|rugpjucio|rugsejo|spalio|lapkricio|gruodzio",
        // Hungarian.
        "januar|febr februar|marc marcius|aprilis|maj majus|junius|julius|augusztus|szept " + "szeptember|oktober|november|december",
        // Turkish.
        "oca ocak|sub subat|mart|nis nisan|mayis|haz haziran|tem temmuz|agu agustos|eyl eylul|eki ekim|kas kasim|ara " + "aralik",
        // Indonesian.
        "januari|februari|maret|april|mei|juni|juli|agu agustus|september|okt oktober|november|des desember",
        // Greek.
        "ιαν ιανουαριος ιανουαριου|φεβ φεβρουαριος φεβρουαριου|μαρ μαρτ μαρτιος μαρτιου|απρ απριλιος απριλιου|μαι "
            + "μαιος μαιου|ιουν ιουνιος ιουνιου|ιουλ ιουλιος ιουλιου|αυγ αυγουστος αυγουστου|σεπ σεπτ σεπτεμβριος σεπτεμβριου|οκτ "
            + "οκτωβριος οκτωβριου|νοε νοεμ νοεμβριος νοεμβριου|δεκ δεκεμβριος δεκεμβριου",
        // Russian.
        "янв январь января|фев февр февраль февраля|мар март марта|апр апрель апреля|май мая|июн июнь июня|июл июль "
            + "июля|авг август августа|сен сент сентябрь сентября|окт октябрь октября|ноя нояб ноябрь ноября|дек декабрь декабря",
        // Ukrainian.
        "січ січень січня|лют лютий лютого|бер березень березня|квіт квітень квітня|трав травень травня|черв червень "
            + "червня|лип липень липня|серп серпень серпня|вер вересень вересня|жовт жовтень жовтня|лист листопад листопада|груд "
            + "грудень грудня",
        // Bulgarian.
        "януари яну|февруари|март|април|май|юни|юли|август|септември сеп|октомври|ноември ное|декември",
    ];

    private static readonly FrozenDictionary<string, int> Months = Read();

    /// <summary>The number of a month, from 1; null where the word names none.</summary>
    public static int? TryFind(string word) => Months.TryGetValue(DateTokens.Bare(word), out var month) ? month : null;

    private static FrozenDictionary<string, int> Read()
    {
        var months = new Dictionary<string, int>();
        foreach (var language in Languages)
        {
            var number = 0;
            foreach (var names in language.Split('|'))
            {
                number++;
                foreach (var name in names.Split(' '))
                    months.TryAdd(DateTokens.Bare(name), number);
            }
        }

        return months.ToFrozenDictionary();
    }
}
