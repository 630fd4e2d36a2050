using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Cues;

namespace AiNewsBot.Facts.Questions.Propositions;

/// <summary>Whether what a clause says is said of the names in it, by the words between.</summary>
internal static class PropositionSubjects
{
    private const int MaxLead = 3;
    private const int MaxEarlier = 5;

    private static readonly PropositionWords Words = PropositionWords.Shipped;

    // "Elon open sourced Grok": of what directly follows the verb, where nothing follows that would make another thing of it.
    public static bool IsDoneTo(PropositionClause clause, int behind)
    {
        var name = behind;
        while (name < clause.End && Words.Is("determiners", clause.Tokens[name].Text))
            name++;
        return clause.Tokens[behind - 1].Text.EndsWith("ed", StringComparison.Ordinal)
            && clause.Models.FirstOrDefault(link => link.Start == name) is { } model
            && clause.IsEmptyBetween(model.End, clause.End);
    }

    // "The march one went MIT" speaks of another than was named.
    public static bool IsAnother(PropositionClause clause, int at) =>
        IsEarlier(clause, at)
        || PropositionClause
            .Between(clause.Start + 2, at)
            .Any(index =>
                clause.Tokens[index].Text is "one" or "ones"
                && !clause.IsName(index - 1)
                && !Words.Is("determiners", clause.Tokens[index - 1].Text)
                && PropositionClause
                    .Between(Math.Max(clause.Start, index - MaxLead), index - 1)
                    .Any(before => Words.Is("determiners", clause.Tokens[before].Text))
            );

    // "The original weights came with a licence of their own"
    private static bool IsEarlier(PropositionClause clause, int at) =>
        clause.IsMessage
        && PropositionClause
            .Between(clause.Start, Math.Min(clause.Start + 2, at))
            .Any(index => clause.Tokens[index].Text is "original" or "og" or "older" or "newer" or "previous")
        && PropositionClause
            .Between(clause.Start + 1, Math.Min(clause.Start + MaxEarlier, at))
            .Any(index =>
                clause.Tokens[index].Text is "weights" or "one" or "ones" or "version" or "release" or "checkpoint" or "checkpoints"
            );

    // "It is Apache", "its licence is MIT"
    public static bool IsOneThing(PropositionClause clause, int at) =>
        PropositionClause
            .Between(clause.Start, Math.Min(clause.Start + MaxLead, at))
            .Any(index => clause.Tokens[index].Text is "it" or "its" && !clause.IsName(index));

    public static string? SizeBefore(PropositionClause clause, int at) =>
        PropositionClause
            .Between(clause.Start + 1, at)
            .Where(index => clause.Tokens[index - 1].Text == "the" && !clause.IsName(index))
            .Select(index => clause.Tokens[index].Text)
            .FirstOrDefault(text => text is [>= '0' and <= '9', .., 'b' or 'm']);

    // In "Llama 3 support in my app is open source" the app is.
    public static bool EndsInName(PropositionClause clause, int at)
    {
        var verb = PropositionClause
            .Between(clause.Start, at)
            .FirstOrDefault(index => !clause.IsName(index) && clause.Names.Any(link => link.End <= index) && IsVerbAt(clause, index), at);

        // "SmolLM3 ships the whole recipe with its training data"
        if (
            clause
                .Hits("public")
                .Concat(clause.Hits("released"))
                .Any(hit => hit.End <= at && clause.Names.Any(link => link.End == hit.Start))
        )
            return true;
        for (var i = verb - 1; i >= clause.Start; i--)
        {
            if (clause.IsName(i))
                return true;
            if (
                !clause.IsEmpty(i)
                && !(i > clause.Start && clause.Tokens[i - 1].Text is "by" or "from")
                && !IsVariant(clause.Tokens[i].Text)
                && !(i + 1 == at && clause.Tokens[i].Text is "show" or "display" or "mention" or "put" or "keep")
                && !clause.Hits("components").Any(part => part.Start == i + 1)
                && !clause.Hits("passing").Any(hit => hit.Start == i)
                && !PropositionOutputs.Find(clause).Any(hit => hit.Start <= i && i < hit.End)
                && !clause.Hits("conditions").Any(hit => hit.Start <= i && i < hit.End && hit.End <= at)
            )
                return verb == at && IsVerb(clause, i);
        }

        return true;
    }

    private static bool IsVerbAt(PropositionClause clause, int index) =>
        clause.IsCopula(index)
        || Words.Is("auxiliaries", clause.Tokens[index].Text)
        || clause.Hits("forbidding").Concat(clause.Hits("allowing")).Any(hit => hit.Start == index);

    // "Companies with more than 700 million users need a licence": whom the licence of the model before binds.
    public static bool IsOfUsers(PropositionClause clause) =>
        (clause.Has("permission") || clause.Has("paying"))
        && PropositionClause
            .Between(clause.Start, Math.Min(clause.Start + MaxLead, clause.End))
            .Any(index => Words.Is("parties", clause.Tokens[index].Text));

    // "La puedes meter en tu empresa sin restricciones", "you can put it into a product": what one may do with the model before.
    public static bool IsUse(PropositionClause clause, int at)
    {
        var end = Math.Min(clause.Start + MaxLead + 1, at);
        return PropositionClause.Between(clause.Start, end).Any(index => Words.Is("them", clause.Tokens[index].Text))
            && clause.Hits("allowing").Any(hit => hit.Start < end)
            && !clause.Names.Any();
    }

    // "Our model is MIT" is said of no model that was named before.
    public static bool IsOwn(PropositionClause clause, int at) =>
        PropositionClause.Between(clause.Start, at).Any(index => Words.Is("owners", clause.Tokens[index].Text));

    private static bool IsVariant(string word) =>
        AiNewsBot.Facts.Language.Languages.Lexicon.CuesFrom(word).Any(cue => cue.Group == "variants" && cue.Words.Length == 1);

    // "Meta licenses Llama 3 under MIT", "Google put Gemma under Apache": a verb with its object behind it.
    private static bool IsVerb(PropositionClause clause, int index) =>
        clause.Models.Any(link => link.Start > index)
        || clause.Tokens[index].Text.EndsWith("ed", StringComparison.Ordinal)
        || clause.Tokens[index].Text is [.., 's'] text
            && (CommonEnglishWords.Find(text.AsSpan(0, text.Length - 1)) & WordClasses.Verb) != 0;
}
