namespace AiNewsBot.Answering.Pictures;

/// <summary>What is to be drawn, worked out from the facts. Nothing of it loads the drawing library, which is there only once something is
/// drawn.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Day">The day as of which it is true.</param>
internal abstract record Picture(string Title, DateOnly Day)
{
    /// <summary>The most characters that a text alternative may have.</summary>
    public const int MaxDescriptionLength = 1024;

    /// <summary>What its file is called, without ending.</summary>
    public abstract string Name { get; }

    /// <summary>The alt text.</summary>
    public abstract string Description { get; }

    /// <summary>All that is drawn, as text: two pictures with the same are the same picture.</summary>
    public string Fingerprint =>
        string.Join('\u001f', Drawn.Prepend($"{Name}\u001f{PictureText.Texts.Language}\u001f{Title}\u001f{Day:O}"));

    /// <summary>What is drawn beside title and day.</summary>
    protected abstract IEnumerable<string> Drawn { get; }

    /// <summary>Sentences as a text alternative; those that do not fit are left out whole, and that is said.</summary>
    protected static string Describe(IEnumerable<string> sentences)
    {
        var more = $" {PictureText.Texts["picture.rest"]}";
        var text = "";
        foreach (var sentence in sentences)
        {
            if (text.Length + sentence.Length + 1 + more.Length > MaxDescriptionLength)
                return (text + more).TrimStart();
            text += text.Length == 0 ? sentence : " " + sentence;
        }

        return text;
    }
}
