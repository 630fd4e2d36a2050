using AiNewsBot.Facts.Language;
using AiNewsBot.Facts.Questions.Aspects;

namespace AiNewsBot.Facts.Questions.Lists;

/// <summary>Reads which change over time a list asks for: comparatives of open and closed, and verbs of change beside licences.</summary>
internal static class TrendReader
{
    private const string Group = "trends";

    /// <summary>The change; null where the list is of what is.</summary>
    public static OpennessTrend? Read(QuestionParts parts, Lexicon lexicon)
    {
        if (Shows(parts, "stopped") && Shows(parts, "publishing"))
            return OpennessTrend.Stopped;
        foreach (var hit in parts.Cues)
        {
            if (hit.Cue is { Group: Group, Value: "less" })
                return OpennessTrend.Less;
            if (hit.Cue is { Group: Group, Value: "more" })
                return OpennessTrend.More;
        }

        return Shows(parts, "changed") && parts.Tokens.Any(token => lexicon.IsLicenceWord(token.Text)) ? OpennessTrend.Licences : null;
    }

    private static bool Shows(QuestionParts parts, string value)
    {
        foreach (var hit in parts.Cues)
        {
            if (hit.Cue.Group == Group && hit.Cue.Value == value)
                return true;
        }

        return false;
    }
}
