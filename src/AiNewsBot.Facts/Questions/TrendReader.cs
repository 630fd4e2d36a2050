namespace AiNewsBot.Facts.Questions;

/// <summary>Reads which change over time a list asks for: comparatives of open and closed, and verbs of change beside licences.</summary>
internal static class TrendReader
{
    /// <summary>The change; null where the list is of what is.</summary>
    public static OpennessTrend? Read(QuestionParts parts)
    {
        if (
            parts.Says("stopped", "stop", "ceased", "quit")
            && parts.Says("weights", "publishing", "releasing", "opening", "open", "sharing")
        )
            return OpennessTrend.Stopped;
        for (var i = 0; i + 1 < parts.Tokens.Length; i++)
        {
            var isOpen = parts.Tokens[i + 1].Text is "open" or "permissive" or "free";
            if (isOpen || parts.Tokens[i + 1].Text is "closed" or "restrictive" or "restricted" or "proprietary")
            {
                if (parts.Tokens[i].Text == "less")
                    return isOpen ? OpennessTrend.Less : OpennessTrend.More;
                if (parts.Tokens[i].Text == "more")
                    return isOpen ? OpennessTrend.More : OpennessTrend.Less;
            }
        }

        return
            parts.Says("changed", "change", "switched", "relicensed", "moved")
            && parts.Says("licence", "licences", "license", "licenses", "licensing", "relicensed", "terms")
            ? OpennessTrend.Licences
            : null;
    }
}
