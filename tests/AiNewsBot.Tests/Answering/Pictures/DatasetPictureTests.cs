using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using AiNewsBot.Facts.Answers;
using AiNewsBot.Facts.Model;
using AiNewsBot.Facts.Questions.Aspects;
using SkiaSharp;

namespace AiNewsBot.Tests.Answering.Pictures;

/// <summary>Everything in the dataset can be drawn: no word cut, nothing over the edge,
/// no picture taller than a phone shows in two screens.</summary>
public sealed class DatasetPictureTests
{
    private const int Tallest = 1600;
    private const float EventWidth = 248;
    private const float ColumnWidth = 73;

    private static readonly Answerer Answerer = ShippedFacts.Answerer;

    [Fact]
    public void Every_maker_can_be_drawn() => Assert.All(Pictures(Answerer.Facts.Organizations, Intent.Openness), AssertWhole);

    [Fact]
    public void Every_timeline_can_be_drawn() =>
        Assert.All(Pictures([.. Answerer.Facts.Organizations, .. Answerer.Facts.Families], Intent.Timeline), AssertWhole);

    [Fact]
    public void Event_texts_are_never_truncated()
    {
        using var recorder = new SKPictureRecorder();
        using var drawingSurface = new DrawingSurface(recorder.BeginRecording(new SKRect(0, 0, 1, 1)));
        var events = Pictures([.. Answerer.Facts.Organizations, .. Answerer.Facts.Families, .. Answerer.Facts.Releases], Intent.Timeline)
            .Cast<EventLine>()
            .SelectMany(line => line.Events)
            .ToArray();

        Assert.NotEmpty(events);
        Assert.All(
            events,
            one =>
                Assert.DoesNotContain(
                    "…",
                    string.Concat(drawingSurface.Wrap(one.Detail, EventWidth, EventTexts.Size, bold: false, EventTexts.MaxLines))
                )
        );
    }

    [Fact]
    public void Licence_names_are_never_truncated_above_a_narrow_column()
    {
        using var recorder = new SKPictureRecorder();
        using var drawingSurface = new DrawingSurface(recorder.BeginRecording(new SKRect(0, 0, 1, 1)));

        Assert.All(
            Answerer.Facts.Licences,
            licence =>
                Assert.DoesNotContain(
                    "…",
                    string.Concat(drawingSurface.Wrap(licence.ShortName, ColumnWidth, ColumnHead.Small, bold: false, ColumnHead.MaxTerms))
                )
        );
    }

    private static IEnumerable<Picture> Pictures(IEnumerable<SubjectView> subjects, Intent intent) =>
        subjects
            .Select(subject => AnswerPictures.Create(Answerer.View(subject, intent, Models.Today), Answerer.Facts, Models.Today))
            .OfType<Picture>();

    private static void AssertWhole(Picture picture)
    {
        var pixels = Pixels.Create(picture);

        Assert.True(pixels.HasFreeEdges(width: 12), picture.Title);
        Assert.InRange(pixels.Height, 200, Tallest);
        Assert.InRange(picture.Description.Length, 1, Picture.MaxDescriptionLength);
    }
}
