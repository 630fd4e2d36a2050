using System.Collections.Immutable;
using AiNewsBot.Facts.Model;

namespace AiNewsBot.Answering.Pictures;

/// <summary>What happened to a model, family or maker: a line with its events, the oldest first.</summary>
/// <param name="LeftOut">How many events the text has and the picture has not.</param>
internal sealed record EventLine(string Title, DateOnly Day, ImmutableArray<LineEvent> Events, int LeftOut) : Picture(Title, Day)
{
    public override string Name => "timeline";

    public override string Description =>
        Describe(Events.Select(Describe).Prepend(PictureText.Texts["picture.dated", ("title", Title), ("day", IsoDay.Format(Day))]));

    protected override IEnumerable<string> Drawn => Events.Select(one => one.ToString()).Append($"{LeftOut}");

    private static string Describe(LineEvent one)
    {
        var headline = one.Headline.Length > 0 ? $"{one.Headline}, " : "";
        var verdict = one is { Verdict: { } kind, Mark: EventMark.Weights, Headline.Length: > 0 }
            ? $"{PictureText.Texts["picture.weights_out"]} ({PictureText.FormatLong(kind)}), "
            : "";
        return $"{one.Date.Text}: {headline}{verdict}{one.Detail.TrimEnd('.')}.";
    }
}
