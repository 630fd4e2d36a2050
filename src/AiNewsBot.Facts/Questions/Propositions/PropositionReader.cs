using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>
/// Reads what a text puts forward of models, sentence by sentence. What is asked, wished, supposed or foretold is not put forward.
/// </summary>
internal sealed partial class PropositionReader(
    MessageNames names,
    ListHeadings headings,
    Lexicon lexicon,
    PropositionDates dates,
    FactBase facts
)
{
    private const int MaxCount = 40;
    private const string QuotedSpeaker = "the quoted message";

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly PropositionSentenceReader _sentences = new(dates, new ConditionFinder(facts, lexicon), facts);

    /// <summary>What a message puts forward.</summary>
    public ImmutableArray<Proposition> ReadMessage(string message, DateOnly today)
    {
        if (IsSarcastic(message))
            return [];
        var isIronic = IsIronic(message);
        var state = new PropositionState(facts) { IsMessage = true };
        var unknown = new Dictionary<string, SubjectView>(StringComparer.OrdinalIgnoreCase);
        var makers = new HashSet<SubjectView>();
        foreach (var (text, isQuoted) in PropositionClauses.Parts(headings.Expand(message)))
        {
            state.Quoted = isQuoted ? QuotedSpeaker : null;
            var tokens = MessageTokens.Read(lexicon, text);
            var named = names.Known(tokens);
            makers.UnionWith(named.Where(IsModel).Select(link => facts.MakerOf(link.Subject)).OfType<SubjectView>());
            Read(tokens, names.WithUnknown(tokens, named, unknown), state, today, isIronic);
            isIronic &= tokens.IsEmpty;
        }

        return
        [
            .. state
                .Found.DistinctBy(said => said with { Text = "" })
                .Where(said =>
                    !said.IsAsked
                    && !IsCorrected(said, state.Found)
                    && !IsToldWithNumber(said, state.Found)
                    && !IsOfOwner(said, state.Found, makers)
                )
                .Take(MaxCount),
        ];
    }

    private static bool IsModel(EntityLink link) => link is { IsAmbiguous: false, Subject.IsModel: true };

    // "EXAONE 4? That is LG's NC licence" says nothing of all that LG makes, nor "DeepSeek opened R1" of all DeepSeeks.
    private bool IsOfOwner(Proposition said, IEnumerable<Proposition> found, HashSet<SubjectView> makers) =>
        said.Aspect is not (Aspect.Maker or Aspect.Promise)
        && said is { Releases: null, Except: null, Says.Reach: Reach.Whole }
        && (
            said.Subject.Subject.Kind == SubjectKind.Organization && makers.Contains(said.Subject)
            || said.Subject.Subject.Kind == SubjectKind.Family
                && found.Any(other =>
                    other.Text == said.Text && other.Subject is Release release && facts.FamilyOf(release) == said.Subject
                )
        );

    /// <summary>Whether a message is marked as meant otherwise than it says.</summary>
    public static bool IsSarcastic(string message) => Sarcasm().IsMatch(message);

    /// <summary>Whether the first sentence of a message is meant otherwise than it says: "oh sure, Llama 4 is open source".</summary>
    public static bool IsIronic(string message) => Irony().IsMatch(message);

    // "Free below a million, above you need a licence": one limit, which is told with its number.
    private static bool IsToldWithNumber(Proposition said, IEnumerable<Proposition> all) =>
        said.Says is { Condition: not null, Amount: null }
        && all.Any(other =>
            other.Subject == said.Subject
            && other.Says.Amount is not null
            && other.Says.Condition == said.Says.Condition
            && other.Says.IsDenied == said.Says.IsDenied
            && other.Speaker == said.Speaker
        );

    // What is quoted to be put right is not put forward.
    private bool IsCorrected(Proposition said, IEnumerable<Proposition> all) =>
        said.Speaker == QuotedSpeaker
        && all.Any(other =>
            other.Speaker is null
            && !other.IsAsked
            && facts.FamilyOf(other.Subject) == facts.FamilyOf(said.Subject)
            && other.Says with { IsDenied = said.Says.IsDenied } == said.Says
            && other.Says.IsDenied != said.Says.IsDenied
        );

    /// <summary>The same of words whose names are known, what they ask to be told yes or no to among it.</summary>
    public ImmutableArray<Proposition> Read(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, DateOnly today)
    {
        if (links.IsEmpty)
            return [];
        var state = new PropositionState(facts);
        Read(tokens, links, state, today, isIronic: false);
        return [.. state.Found.Distinct()];
    }

    private void Read(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, PropositionState state, DateOnly today, bool isIronic)
    {
        if (tokens.IsEmpty)
            return;
        var hits = Words.Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        foreach (var sentence in PropositionClauses.Create(tokens, hits, links, facts, state.IsMessage).GroupBy(clause => clause.Sentence))
        {
            _sentences.Read([.. sentence], state, today);
            if (isIronic)
                state.RetractFrom(0);
            isIronic = false;
        }
    }

    [GeneratedRegex(@"(^|\s)/s(\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Sarcasm();

    [GeneratedRegex(@"^\s*([oa]h,? (sure|yes)|yeah,? (right|yeah)|sure,? jan)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Irony();
}
