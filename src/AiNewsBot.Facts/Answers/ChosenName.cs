using AiNewsBot.Facts.Linking;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions;
using AiNewsBot.Facts.Questions.Names;

namespace AiNewsBot.Facts.Answers;

/// <summary>Writes a question with a name that is plain in the place of one that could mean several, or that is not known.</summary>
internal static class ChosenName
{
    /// <summary>The question with the name of the choice, then with its id; empty where it names the choice already.</summary>
    public static IEnumerable<string> Write(Question question, SubjectView choice)
    {
        if (
            question.Links.Any(link => link is { IsAmbiguous: false, Version: null } && link.Subject == choice)
            || Place(question, choice) is not (var first, var end)
            || Span(question, first, end) is not { } span
        )
            return [];
        return new[] { choice.Name, choice.Id }.Select(name => $"{question.Text[..span.Start]}{name}{question.Text[span.End..]}");
    }

    // The words of the name that was not plain.
    private static (int First, int End)? Place(Question question, SubjectView choice)
    {
        var named =
            question.Links.FirstOrDefault(link => link.IsAmbiguous && link.Candidates.Contains(choice))
            ?? question.Links.FirstOrDefault(link => link.IsAmbiguous || link.Version is not null);
        if (named is not null)
            return (named.Start, EndOf(question, named));
        var unknown =
            question.Mentions.FirstOrDefault(mention => mention.IsUnknown && mention.Nearest.Contains(choice))
            ?? question.Mentions.FirstOrDefault(mention => mention is { IsUnknown: true, Role: MentionRole.Subject });
        return unknown is null ? null : (unknown.Start, unknown.End);
    }

    // The version of "Llama 9" may stand behind what was read as the name.
    private static int EndOf(Question question, EntityLink link)
    {
        var end = link.End;
        if (link.Version is { } version && !link.Typed.EndsWith(version, StringComparison.OrdinalIgnoreCase))
        {
            while (end < question.Tokens.Length && version.Contains(question.Tokens[end].Raw, StringComparison.OrdinalIgnoreCase))
                end++;
        }

        return end;
    }

    // Words are found by reading on from one to the next; null where one was written otherwise.
    private static (int Start, int End)? Span(Question question, int first, int end)
    {
        var (at, start) = (0, 0);
        for (var i = 0; i < end; i++)
        {
            var found = question.Text.IndexOf(question.Tokens[i].Raw, at, StringComparison.Ordinal);
            if (found < 0)
                return null;
            if (i == first)
                start = found;
            at = found + question.Tokens[i].Raw.Length;
        }

        return (start, at);
    }
}
