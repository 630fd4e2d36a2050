using System.Collections.Immutable;
using System.Globalization;
using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Cues;
using AiNewsBot.Facts.Questions.Names;
using AiNewsBot.Facts.Snapshots;
using AiNewsBot.Facts.Text;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>The names in a message, where a slip of the pen is put right only if what follows makes the name certain: it must put no
/// claim in its author's mouth.</summary>
internal sealed class MessageNames(EntityLinker linker, MentionFinder mentions, Lexicon lexicon, FactBase facts)
{
    private static readonly PropositionWords Words = PropositionWords.Shipped;

    /// <summary>The names that are known, those that are cut short among them: "FLUX schnell is Apache, dev is not".</summary>
    public ImmutableArray<EntityLink> Known(ImmutableArray<Token> tokens)
    {
        // In "according to Meta, Llama 3 is open" the comma parts two names; in "it is Apache-2.0, dev is not" it begins a name.
        var links = linker.LinkWithoutTypos([.. tokens.Select(token => token with { Sentence = token.Clause })]);
        var named = SiblingNames.Add(
            tokens,
            [
                .. links
                    .Where(link => !IsOwnerOf(tokens, links, link) && !IsThing(tokens, link) && !IsVerb(tokens, link))
                    .Select(link => Sized(tokens, OfLineBefore(tokens, links, link))),
            ],
            linker
        );
        var called = named.Select(link => Dated(tokens, OfNumber(FirstOfLine(tokens, link)))).Select(link => Modified(tokens, link));
        return LicenceKindNames.Add(
            tokens,
            LineNames.Add(tokens, OfLicence(tokens, [.. called.OfType<EntityLink>()]), linker, facts),
            facts
        );
    }

    // In "for the intro clip" and "8 minutes per clip" something else is meant than CLIP.
    private bool IsThing(ImmutableArray<Token> tokens, EntityLink link)
    {
        if (
            link.Count != 1
            || link.Start == 0
            || tokens[link.Start] is not { IsPossessive: false, Joint: ' ', Raw: [>= 'a' and <= 'z', ..] raw }
            || (CommonEnglishWords.Find(raw) & WordClasses.Noun) == 0
            || !link.Subject.Name.Any(char.IsAsciiLetterUpper)
        )
            return false;
        var before = tokens[link.Start - 1];
        if (lexicon.CuesFrom(before.Text).Any(cue => cue.Group is "variants" or "ages") || before.Text is "og" or "base" or "plain")
            return false;
        if (
            link.End < tokens.Length
            && tokens[link.End].Joint == ' '
            && tokens[link.End].Clause == tokens[link.Start].Clause
            && !Words.Is("connectives", tokens[link.End].Text)
        )
            return false;
        return before.Text is "a" or "an" or "per" or "each" or "every" or "this" or "my" or "your"
            || link.Start > 1
                && before.Raw is [>= 'a' and <= 'z', ..]
                && CommonEnglishWords.Find(before.Text) is var classes
                && (classes == WordClasses.None || (classes & WordClasses.Noun) != 0)
                && tokens[link.Start - 2].Text is "the" or "a" or "an" or "this" or "my" or "your";
    }

    // In "Qwen is Apache, coder too" the Coder of Qwen is meant, and not that of DeepSeek.
    private EntityLink OfLineBefore(ImmutableArray<Token> tokens, List<EntityLink> links, EntityLink link)
    {
        if (
            link is not { Count: 1, Subject.IsModel: true }
            || tokens[link.Start].Raw is not [>= 'a' and <= 'z', ..] raw
            || !raw.All(char.IsAsciiLetter)
            || Tokenizer.Key(link.Subject.Name).StartsWith(Tokenizer.Key(raw), StringComparison.Ordinal)
            || links.FindLast(other => other.End <= link.Start && other.Subject.IsModel && !other.IsAmbiguous) is not { } line
            || facts.FamilyOf(line.Subject) == facts.FamilyOf(link.Subject)
        )
            return link;
        ImmutableArray<Token> name =
        [
            .. tokens
                .Slice(line.Start, line.Count)
                .Append(tokens[link.Start] with { Joint = ' ' })
                .Select(word => word with { Sentence = 0, Clause = 0 }),
        ];
        return linker.LinkWithoutTypos(name) is [{ Start: 0 } meant] && meant.Count == name.Length
            ? meant with
            {
                Start = link.Start,
                Count = 1,
            }
            : link;
    }

    // In "os veo venir" and "se llama así" something is seen and called.
    private static bool IsVerb(ImmutableArray<Token> tokens, EntityLink link) =>
        link is { Count: 1, Start: > 0 }
        && tokens[link.Start] is { Joint: ' ', Raw: [>= 'a' and <= 'z', ..] raw }
        && raw.All(char.IsAsciiLetter)
        && Words.Is("clitics", tokens[link.Start - 1].Text)
        && (link.End == tokens.Length || !tokens[link.End].IsNumber && !NameFeatures.IsSize(tokens[link.End].Text));

    // In "the first Yi-34B" a model is named, and not the first licence of Yi; "the research license fyi" is no version of it.
    private EntityLink Sized(ImmutableArray<Token> tokens, EntityLink link) =>
        link is { Subject: Licence, Version: not null } && IsAfterthought(tokens, link.End) ? link with { Version = null }
        : link is { Subject: Licence, Count: > 1 }
        && link.End < tokens.Length
        && (tokens[link.End].IsAttached || NameFeatures.IsSize(tokens[link.End].Text))
        && !Words.Is("licences", tokens[link.End - 1].Text)
        && linker.LinkWithoutTypos(tokens[(link.Start + 1)..]).FirstOrDefault() is { Start: 0, Subject.IsModel: true } model
            ? model with
            {
                Start = link.Start + 1,
            }
        : link;

    private bool IsAfterthought(ImmutableArray<Token> tokens, int index) =>
        index < tokens.Length
        && !tokens[index].IsAttached
        && (Words.Is("afterthoughts", tokens[index].Text) || Words.Is("opinions", tokens[index].Text) || lexicon.IsForeign(tokens));

    // In "the Llama 4 licence shuts out the EU, and its data is secret" Llama 4 is spoken of.
    private ImmutableArray<EntityLink> OfLicence(ImmutableArray<Token> tokens, ImmutableArray<EntityLink> links) =>
        [
            .. links.Select(link =>
                link.Subject is Licence
                && link.Count > 1
                && link.End < tokens.Length
                && tokens[link.End].Clause == tokens[link.Start].Clause
                && Words.Is("licences", tokens[link.End - 1].Text)
                && BeginsClause(tokens, link.Start)
                && HasMoreClauses(tokens, link.Start)
                && !links.Any(other => other.Start < link.Start && tokens[other.Start].Sentence == tokens[link.Start].Sentence)
                && linker.LinkWithoutTypos(tokens.Slice(link.Start, link.Count - 1))
                    is [{ Start: 0, Version: null, IsAmbiguous: false, Subject.IsModel: true } model]
                && model.Count == link.Count - 1
                    ? model with
                    {
                        Start = link.Start,
                    }
                    : link
            ),
        ];

    private static bool HasMoreClauses(ImmutableArray<Token> tokens, int index) =>
        tokens.Any(token => token.Sentence == tokens[index].Sentence && token.Clause > tokens[index].Clause);

    private static bool BeginsClause(ImmutableArray<Token> tokens, int index)
    {
        while (
            index > 0
            && tokens[index - 1].Clause == tokens[index].Clause
            && (Words.Is("determiners", tokens[index - 1].Text) || Words.Is("connectives", tokens[index - 1].Text))
        )
            index--;
        return index == 0 || tokens[index - 1].Clause != tokens[index].Clause;
    }

    // "Ministral 8B 2410": the year and month of its release.
    private EntityLink Dated(ImmutableArray<Token> tokens, EntityLink link)
    {
        if (
            link.End >= tokens.Length
            || tokens[link.End].Text is not { Length: 4 } code
            || tokens[link.End].Clause != tokens[link.Start].Clause
            || !tokens[link.End].IsNumber
        )
            return link;
        var models = link is { IsAmbiguous: false, Subject.Subject.Kind: SubjectKind.Family }
            ? facts.ReleasesOf(link.Subject)
            : link.Candidates.OfType<Release>();
        return models.Where(release => IsOfMonth(release, code)).ToArray() is [var dated]
            ? link with
            {
                Candidates = [dated],
                Count = link.Count + 1,
                Typed = EntityLinker.Raw(tokens, link.Start, link.Count + 1),
                Version = null,
            }
            : link;
    }

    private static bool IsOfMonth(Release release, string code) =>
        (release.Announced ?? release.WeightsOut) is { } day && (CodeOf(day.Earliest) == code || CodeOf(day.Latest) == code);

    private static string CodeOf(DateOnly day) => day.ToString("yyMM", CultureInfo.InvariantCulture);

    // "MIT modificado" and "改过的 MIT" are another licence than MIT: the one that is called so, else none that is known.
    private EntityLink? Modified(ImmutableArray<Token> tokens, EntityLink link)
    {
        if (link.Subject is not Licence)
            return link;
        var modifier =
            IsModifier(tokens, link.End, link) ? link.End
            : IsModifier(tokens, link.Start - 1, link) ? link.Start - 1
            : -1;
        if (modifier < 0)
            return link;
        var name = tokens.Slice(link.Start, link.Count).Insert(0, tokens[modifier] with { Text = "modified", Raw = "modified" });
        return linker.LinkWithoutTypos(name) is [{ Start: 0, Subject: Licence } other] && other.Count == name.Length
            ? other with
            {
                Start = Math.Min(link.Start, modifier),
                Typed = $"modified {link.Typed}",
            }
            : null;
    }

    private static bool IsModifier(ImmutableArray<Token> tokens, int index, EntityLink link) =>
        index >= 0
        && index < tokens.Length
        && tokens[index].Clause == tokens[link.Start].Clause
        && Words.Is("modified", tokens[index].Text);

    /// <summary>The names, with those that have a number and are in no facts, such as Zephyrion-9B: what is said of them is told as not
    /// known, and of nothing else.</summary>
    /// <param name="tokens">The words.</param>
    /// <param name="links">The names that are known.</param>
    /// <param name="seen">The unknown names of the message so far, which are added to.</param>
    public ImmutableArray<EntityLink> WithUnknown(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        Dictionary<string, SubjectView> seen
    ) => WithNumbered(tokens, links, mentions.Find(tokens, links, []), seen);

    /// <summary>The names, with all that look like one: what is said of them must not be taken as said of others.</summary>
    public ImmutableArray<EntityLink> WithAllUnknown(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        Dictionary<string, SubjectView> seen
    )
    {
        var found = mentions.Find(tokens, links, []);
        var named = WithNumbered(tokens, links, found, seen);

        // German writes each noun as a name.
        var isForeign = lexicon.IsForeign(tokens);
        ImmutableArray<EntityLink> others =
        [
            .. found
                .Where(mention => mention.IsUnknown && (!isForeign || mention.Typed.Any(char.IsAsciiDigit)))
                .Where(mention => !named.Any(link => link.Start < mention.End && mention.Start < link.End))
                .Select(mention => new EntityLink([UnknownName.Other], mention.Start, mention.Count, mention.Typed, false, null)),
        ];
        return others.IsEmpty ? named : [.. named.Concat(others).OrderBy(link => link.Start)];
    }

    private ImmutableArray<EntityLink> WithNumbered(
        ImmutableArray<Token> tokens,
        ImmutableArray<EntityLink> links,
        ImmutableArray<Mention> all,
        Dictionary<string, SubjectView> seen
    )
    {
        var found = links.ToBuilder();
        foreach (var mention in MentionRoles.Assign(all, tokens, lexicon.IsForeign(tokens)))
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
        && FirstCalled(link) is { } first
            ? link with
            {
                Candidates = [first],
            }
            : link;

    // "The original StarCoder" is called so; SantaCoder, which came before it, is not.
    private Release? FirstCalled(EntityLink link)
    {
        Release[] known = [.. facts.ReleasesOf(link.Subject).Where(release => release.Known > DateOnly.MinValue)];
        var called = known.Where(release => Tokenizer.Key(release.Name).StartsWith(Tokenizer.Key(link.Typed), StringComparison.Ordinal));
        return called.MinBy(release => release.Known) ?? known.MinBy(release => release.Known);
    }

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
}
