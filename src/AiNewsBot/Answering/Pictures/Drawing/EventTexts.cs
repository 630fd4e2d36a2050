namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>The words beside an event: who in bold and what after it, on one line where there is room.</summary>
internal sealed class EventTexts(List<string> headline, List<string> detail, bool isOneLine)
{
    public const float Size = 13.5f;
    private const float LineHeight = 17;
    private const float Space = 6;
    public const int MaxLines = 5;

    public float Height => (isOneLine ? 1 : headline.Count + detail.Count) * LineHeight;

    public static EventTexts Create(DrawingSurface drawingSurface, LineEvent one, float width)
    {
        var headline = one.Headline.Length > 0 ? drawingSurface.Wrap(one.Headline, width, Size, bold: true, MaxLines) : [];
        var detail = drawingSurface.Wrap(one.Detail, width, Size, bold: false, MaxLines);
        return new EventTexts(
            headline,
            detail,
            headline.Count == 1
                && detail.Count == 1
                && drawingSurface.Measure(headline[0], Size, bold: true) + Space + drawingSurface.Measure(detail[0], Size) <= width
        );
    }

    public void Draw(DrawingSurface drawingSurface, float x, float y)
    {
        foreach (var line in headline)
        {
            drawingSurface.Text(line, x, y, Size, Palette.Text, bold: true);
            y += LineHeight;
        }

        if (isOneLine)
            (x, y) = (x + drawingSurface.Measure(headline[0], Size, bold: true) + Space, y - LineHeight);
        foreach (var line in detail)
        {
            drawingSurface.Text(line, x, y, Size, headline.Count > 0 ? Palette.Quiet : Palette.Text);
            y += LineHeight;
        }
    }
}
