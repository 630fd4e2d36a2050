using System.Collections.Immutable;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Text;
using AiNewsBot.Facts.Verdicts;

namespace AiNewsBot.Facts.Questions;

/// <summary>
/// Finds in a message what is said of the openness and licences of models. A claim is about the names before it in its sentence, else about
/// those behind it, else about those of the sentence before ("Grok is out. It is open source").
/// </summary>
internal sealed class ClaimFinder(Linker linker, CueFinder cueFinder, Lexicon lexicon)
{
    private const int Most = 10;

    public ImmutableArray<Claim> Find(string message)
    {
        var tokens = lexicon.InLatin(Tokenizer.Split(message));
        var links = linker.Link(tokens);
        var cues = cueFinder.Find(tokens, index => links.Any(link => link.Start <= index && index < link.End));
        var claims = new List<Claim>();
        ImmutableArray<SubjectView> before = [];
        foreach (var sentence in tokens.Select(token => token.Sentence).Distinct())
        {
            var models = links.Where(link => tokens[link.Start].Sentence == sentence && link is { IsAmbiguous: false, Version: null, Subject: not Licence } && !IsLeftOut(link, cues)).ToArray();
            foreach (var (verdict, licence, at) in Statements(tokens, links, cues, sentence))
                claims.AddRange(About(models, at, before).Select(subject => new Claim(subject, verdict, licence, IsDenied(tokens, at))));
            claims.AddRange(models.Select(link => new Claim(link.Subject)));
            if (models.Length > 0)
                before = [.. models.Select(link => link.Subject)];
        }

        // What is claimed of a model says more than that it was named.
        return
        [
            .. claims.Distinct().Where(claim => !claim.IsMention || !claims.Exists(other => other.Subject == claim.Subject && !other.IsMention)).Take(Most),
        ];
    }

    private static IEnumerable<(VerdictKind? Verdict, Licence? Licence, int At)> Statements(
        ImmutableArray<Token> tokens, ImmutableArray<Link> links, ImmutableArray<CueHit> cues, int sentence)
    {
        foreach (var hit in cues.Where(hit => hit.Cue.Group == "verdicts" && tokens[hit.Start].Sentence == sentence))
        {
            // Who says "open" and no more says at least that the weights are.
            var claimed = VerdictText.TryParse(hit.Cue.Value);
            if (hit.Cue.Value == "published")
                claimed = VerdictKind.OpenWeights;
            if (claimed is { } verdict)
                yield return (verdict, null, hit.Start);
        }

        foreach (var link in links.Where(link => tokens[link.Start].Sentence == sentence && link is { IsAmbiguous: false, IsTypo: false }))
        {
            if (link.Subject is Licence licence)
                yield return (null, licence, link.Start);
        }
    }

    private static IEnumerable<SubjectView> About(Link[] models, int at, ImmutableArray<SubjectView> before)
    {
        var ahead = models.Where(link => link.End <= at).ToArray();
        var named = ahead.Length > 0 ? ahead : models;
        return named.Length > 0 ? named.Select(link => link.Subject) : before;
    }

    private static bool IsLeftOut(Link link, ImmutableArray<CueHit> cues) =>
        cues.Any(hit => hit.Cue.Group == "negations" && hit.End <= link.Start && link.Start - hit.End < 2);

    // "is not open source", "isn't really open source"
    private bool IsDenied(ImmutableArray<Token> tokens, int at)
    {
        for (var i = Math.Max(0, at - 4); i < at; i++)
        {
            if (tokens[i].Sentence == tokens[at].Sentence && lexicon.Denials.Contains(tokens[i].Text))
                return true;
        }

        return false;
    }
}
