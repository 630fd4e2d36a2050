using System.Text;

namespace AiNewsBot.News.Items;

/// <summary>The form of a title by which two of them are the same: letters and digits in lower case.</summary>
internal static class TitleKey
{
    /// <summary>The key; null where nothing is left of the title.</summary>
    public static string? Normalize(string? title)
    {
        if (string.IsNullOrEmpty(title))
            return null;
        var key = new StringBuilder(title.Length);
        foreach (var character in NormalizeText(title))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                key.Append(char.ToLowerInvariant(character));
            else if (key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }

        return key.ToString().TrimEnd() is { Length: > 0 } text ? text : null;
    }

    // A lone surrogate cannot be normalised, and comes from feeds that cut texts in the middle.
    private static string NormalizeText(string title)
    {
        try
        {
            return title.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return title;
        }
    }
}
