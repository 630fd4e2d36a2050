using System.Collections.Immutable;
using System.Text.RegularExpressions;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions;

/// <summary>
/// Reads what a text puts forward of models, sentence by sentence. What is asked, wished, supposed or foretold is not put forward.
/// </summary>
internal sealed partial class PropositionReader(
    EntityLinker linker,
    MentionFinder mentions,
    Lexicon lexicon,
    PropositionDates dates,
    FactBase facts
)
{
    private const int MaxCount = 40;
    private const string QuotedSpeaker = "the quoted message";

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    private readonly PropositionSentenceReader _sentences = new(dates, new ConditionFinder(facts, lexicon), facts);
    private readonly ListHeadings _headings = new(linker);

    /// <summary>What a message puts forward.</summary>
    public ImmutableArray<Proposition> ReadMessage(string message, DateOnly today)
    {
        if (IsSarcastic(message))
            return [];
        var state = new PropositionState(facts) { IsMessage = true };
        var unknown = new Dictionary<string, SubjectView>(StringComparer.OrdinalIgnoreCase);
        var makers = new HashSet<SubjectView>();
        foreach (var (text, isQuoted) in PropositionClauses.Parts(_headings.Expand(message)))
        {
            state.Quoted = isQuoted ? QuotedSpeaker : null;
            var tokens = Words.Segment(lexicon.InLatin(Tokenizer.Split(text)));

            // In "according to Meta, Llama 3 is open" the comma parts two names; in "it is Apache-2.0, dev is not" it begins a name.
            var links = linker.LinkWithoutTypos([.. tokens.Select(token => token with { Sentence = token.Clause })]);
            var named = SiblingNames.Add(tokens, [.. links.Where(link => !IsOwnerOf(tokens, links, link))], linker);
            named = LicenceKindNames.Add(tokens, [.. named.Select(link => OfNumber(FirstOfLine(tokens, link)))], facts);
            makers.UnionWith(named.Where(IsModel).Select(link => facts.MakerOf(link.Subject)).OfType<SubjectView>());
            Read(tokens, WithUnknown(tokens, named, unknown), state, today);
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

    private static bool IsModel(EntityLink link) =>
        link is { IsAmbiguous: false, Subject.Subject.Kind: SubjectKind.Release or SubjectKind.Family };

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

    // Names with a number that are in no facts, such as Zephyrion-9B: what is said of them is told as not known, and of nothing else.
    private ImmutableArray<EntityLink> WithUnknown(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        Dictionary<string, SubjectView> seen
    )
    {
        var found = links.ToBuilder();
        foreach (var mention in MentionRoles.Assign(mentions.Find(tokens, links, []), tokens, lexicon.IsForeign(tokens)))
        {
            if (
                mention is not { IsUnknown: true, Role: MentionRole.Subject, Nearest.IsEmpty: true }
                || !IsNumbered(tokens, mention)
                || mention.Start > 0 && Words.Is("owners", tokens[mention.Start - 1].Text)
                || !mention.Typed.Any(char.IsAsciiLetterUpper)
                || links.Any(link => link.Start < mention.End && mention.Start < link.End)
            )
                continue;
            if (!seen.TryGetValue(mention.Typed, out var subject))
                seen[mention.Typed] = subject = UnknownName.Create(mention.Typed);
            found.Add(new EntityLink([subject], mention.Start, mention.Count, mention.Typed, false, null));
        }

        found.Sort((one, other) => one.Start.CompareTo(other.Start));
        return found.ToImmutable();
    }

    // "The original Vicuna" is the first of its line.
    private EntityLink FirstOfLine(ImmutableArray<Token> tokens, EntityLink link) =>
        link is { IsAmbiguous: false, Version: null, Subject.Subject.Kind: SubjectKind.Family, Start: > 0 }
        && (tokens[link.Start - 1].Text is "original" or "og" || tokens[link.Start - 1].Text == "first" && link.Start < 3)
        && facts.ReleasesOf(link.Subject).Where(release => release.Known > DateOnly.MinValue).MinBy(release => release.Known) is { } first
            ? link with
            {
                Candidates = [first],
            }
            : link;

    // "FLUX.1" means those of the line that are called so, and not FLUX.2.
    private EntityLink OfNumber(EntityLink link)
    {
        var key = Tokenizer.Key(link.Typed);
        if (
            link is not { IsAmbiguous: false, Version: null, Subject.Subject.Kind: SubjectKind.Family }
            || !char.IsAsciiDigit(key[^1])
            || key == Tokenizer.Key(link.Subject.Name)
        )
            return link;
        SubjectView[] called =
        [
            .. facts.ReleasesOf(link.Subject).Where(release => Tokenizer.Key(release.Name).StartsWith(key, StringComparison.Ordinal)),
        ];
        return called.Length > 1 ? link with { Candidates = [.. called] } : link;
    }

    // Zephyrion-9B and Zorp7, but not Python 3.12.
    private static bool IsNumbered(ImmutableArray<Token> tokens, Mention mention)
    {
        for (var i = mention.Start; i < mention.End; i++)
        {
            if (tokens[i].Text.Any(char.IsAsciiDigit) && (i > mention.Start && tokens[i].IsAttached || !tokens[i].IsNumber))
                return true;
        }

        return false;
    }

    // In "Qwen/Qwen3-32B" the first is the account, in "通义千问 Qwen3" the line.
    private bool IsOwnerOf(ImmutableArray<Token> tokens, IEnumerable<EntityLink> links, EntityLink link) =>
        links.Any(other =>
            other.Start == link.End
            && (
                tokens[other.Start].Joint == '/'
                || tokens[other.Start].Clause == tokens[link.Start].Clause
                    && other.Subject is Release
                    && facts.FamilyOf(other.Subject) == link.Subject
            )
        );

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
        Read(tokens, links, state, today);
        return [.. state.Found.Distinct()];
    }

    private void Read(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links, PropositionState state, DateOnly today)
    {
        if (tokens.IsEmpty)
            return;
        var hits = Words.Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        foreach (var sentence in PropositionClauses.Create(tokens, hits, links, facts, state.IsMessage).GroupBy(clause => clause.Sentence))
            _sentences.Read([.. sentence], state, today);
    }

    [GeneratedRegex(@"(^|\s)/s(\s|$)|^\s*(oh,? sure|yeah,? (right|yeah)|sure,? jan)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Sarcasm();
}
