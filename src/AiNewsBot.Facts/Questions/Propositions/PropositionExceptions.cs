using System.Collections.Immutable;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>What a text excepts from what it says: "all Apache except the 3B and the 72B".</summary>
/// <param name="Start">Index of the first word of the phrase that excepts.</param>
/// <param name="End">Index of the word behind what is excepted.</param>
/// <param name="Names">Names that are excepted.</param>
/// <param name="Sizes">Sizes that are excepted, of what is spoken of.</param>
internal sealed record PropositionException(int Start, int End, ImmutableArray<EntityLink> Names, ImmutableArray<string> Sizes)
{
    /// <summary>Whether it is not told by names and sizes what is excepted.</summary>
    public bool IsUnread => Names.IsEmpty && Sizes.IsEmpty;
}

/// <summary>Finds exceptions, and which releases they mean.</summary>
internal static class PropositionExceptions
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>Those of a text.</summary>
    public static ImmutableArray<PropositionException> Find(
        ImmutableArray<Token> tokens,
        List<PhraseHit> hits,
        ImmutableArray<EntityLink> names
    )
    {
        ImmutableArray<PropositionException>.Builder? found = null;
        foreach (var hit in hits)
        {
            if (hit.Group == "excepting" || hit is { Group: "connectives", Count: 1 } && IsAllBut(tokens, hit.Start))
                (found ??= ImmutableArray.CreateBuilder<PropositionException>()).Add(Read(tokens, names, hit));
        }

        return found is null ? [] : [.. found.Where(one => !found.Any(other => other.Start < one.Start && one.Start < other.End))];
    }

    /// <summary>Ids of the releases that are excepted from a subject; null where that is not certain.</summary>
    public static string? Resolve(PropositionException exception, NamedSubject subject, FactBase facts)
    {
        var ids = new List<string>();
        foreach (var name in exception.Names)
        {
            if (NamedSubject.Create(name, facts) is not { } named)
                return null;
            ids.AddRange(named.Releases?.Split(' ') ?? [.. facts.ReleasesOf(named.Subject).Select(release => release.Id)]);
        }

        foreach (var size in exception.Sizes)
        {
            if (Sized(size, subject, facts) is not [var only])
                return null;
            ids.Add(only.Id);
        }

        return ids.Count == 0 ? null : string.Join(' ', ids.Distinct());
    }

    /// <summary>What is said of all but the excepted, and that it is not so of these; with the exception as a limit that is not read
    /// where it is not certain which they are.</summary>
    public static IEnumerable<Proposition> Apply(PropositionException exception, Proposition said, FactBase facts)
    {
        if (said.Aspect is Aspect.ReleaseDate or Aspect.Maker or Aspect.Overview)
            return [said];
        if (Resolve(exception, new NamedSubject(said.Subject, said.Name, said.Releases), facts) is not { } ids)
            return [said with { Limit = said.Limit ?? said.Text }];
        var rest = said with { Except = ids, Says = said.Says with { Reach = Reach.All } };
        return exception
            .Names.Select(name => NamedSubject.Create(name, facts))
            .OfType<NamedSubject>()
            .Concat(
                exception
                    .Sizes.SelectMany(size => Sized(size, new NamedSubject(said.Subject, said.Name, said.Releases), facts))
                    .Select(release => new NamedSubject(release, release.Name, null))
            )
            .Select(other => new Proposition(
                other.Subject,
                said.Says with
                {
                    IsDenied = !said.Says.IsDenied,
                    Reach = Reach.Whole,
                },
                said.Text
            )
            {
                Name = other.Name,
                Releases = other.Releases,
                Speaker = said.Speaker,
                IsAsked = said.IsAsked,
            })
            .Prepend(rest);
    }

    // A size of what is spoken of: "the 3B" behind "Qwen2.5" is Qwen2.5-3B.
    private static Release[] Sized(string size, NamedSubject subject, FactBase facts) =>
        facts.FamilyOf(subject.Subject) is not { } family
            ? []
            :
            [
                .. facts
                    .ReleasesOf(family)
                    .SelectMany(release => facts.VariantsOf(release).Prepend(release))
                    .Where(release =>
                        release.Name.EndsWith($"-{size}", StringComparison.OrdinalIgnoreCase)
                        || release.Name.EndsWith($" {size}", StringComparison.OrdinalIgnoreCase)
                    )
                    .Where(release =>
                        subject.Subject == family || release.Name.StartsWith(subject.Subject.Name, StringComparison.OrdinalIgnoreCase)
                    ),
            ];

    // "All models but the 3B": behind "all", with no verb between.
    private static bool IsAllBut(ImmutableArray<Token> tokens, int but)
    {
        if (tokens[but].Text != "but")
            return false;
        for (var i = but - 1; i >= 0 && tokens[i].Clause == tokens[but].Clause && !Words.Is("copulas", tokens[i].Text); i--)
        {
            if (Words.Is("all", tokens[i].Text))
                return true;
        }

        return false;
    }

    private static PropositionException Read(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> names, PhraseHit hit)
    {
        var (excepted, sizes) = (ImmutableArray.CreateBuilder<EntityLink>(), ImmutableArray.CreateBuilder<string>());
        var isBehindVerb = Words.Has("copulas", tokens, FirstOf(tokens, hit.Start), hit.Start);
        var end = hit.End;
        for (var i = hit.End; i < tokens.Length && tokens[i].Sentence == tokens[hit.Start].Sentence; )
        {
            var name = names.FirstOrDefault(link => link.Start == i && link.Subject.IsModel);
            var next = name?.End ?? i + 1;
            if (name is null && !IsSize(tokens[i].Text))
            {
                if (!IsFiller(tokens[i].Text))
                    break;
                i++;
                continue;
            }

            // "Except the 3B, and the 7B is MIT" says something else of the second.
            if (end > hit.End && isBehindVerb && next < tokens.Length && Words.Is("copulas", tokens[next].Text))
                break;
            if (name is not null)
                excepted.Add(name);
            else
                sizes.Add(tokens[i].Text);
            i = end = next;
        }

        while (end > hit.End && end < tokens.Length && tokens[end].Clause == tokens[end - 1].Clause && Words.Is("models", tokens[end].Text))
            end++;
        return new PropositionException(hit.Start, end, excepted.ToImmutable(), sizes.ToImmutable());
    }

    private static int FirstOf(ImmutableArray<Token> tokens, int index)
    {
        while (index > 0 && tokens[index - 1].Sentence == tokens[index].Sentence)
            index--;
        return index;
    }

    private static bool IsSize(string word) => word is [>= '0' and <= '9', .., 'b' or 'm'];

    private static bool IsFiller(string word) =>
        Words.Is("determiners", word)
        || Words.Is("joining", word)
        || Words.Is("models", word)
        || word is "size" or "sizes" or "for" or "of";
}
