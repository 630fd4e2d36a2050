using AiNewsBot.Pictures;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Pictures;

public sealed class IllustratorTests
{
    private static readonly Picture Chart = ReleaseChart.Of(Models.Facts, Models.Of("aurora"), Models.Today)!;

    [Fact]
    public async Task The_same_picture_is_drawn_once()
    {
        using var illustrator = new Illustrator(TimeProvider.System, NullLogger<Illustrator>.Instance);

        var first = await illustrator.DrawAsync(Chart);
        var second = await illustrator.DrawAsync(ReleaseChart.Of(Models.Facts, Models.Of("aurora"), Models.Today)!);

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(first!.File, out var one));
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(second!.File, out var other));
        Assert.Same(one.Array, other.Array);
    }

    [Fact]
    public async Task Many_at_once_are_all_drawn_where_there_is_time()
    {
        using var illustrator = new Illustrator(new FakeTimeProvider(), NullLogger<Illustrator>.Instance);

        var drawn = await Task.WhenAll(Enumerable.Range(1, 20).Select(day => illustrator.DrawAsync(Chart with { Day = new DateOnly(2026, 10, day) }).AsTask()));

        Assert.All(drawn, Assert.NotNull);
    }

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_leaves_the_card_without()
    {
        using var illustrator = new Illustrator(TimeProvider.System, NullLogger<Illustrator>.Instance);

        Assert.Null(await illustrator.DrawAsync(new Unknown()));
        Assert.NotNull(await illustrator.DrawAsync(Chart));
    }

    [Fact]
    public void Pictures_that_differ_anywhere_are_kept_apart()
    {
        var cache = new PictureCache(1000);
        cache.Add(Chart, [1]);

        Assert.NotNull(cache.Find(ReleaseChart.Of(Models.Facts, Models.Of("aurora"), Models.Today)!));
        Assert.Null(cache.Find(Chart with { Day = Models.Today.AddDays(1) }));
        Assert.Null(cache.Find(Chart with { Title = "Another" }));
        Assert.Null(cache.Find((ReleaseChart)Chart with { Undated = 7 }));
    }

    [Fact]
    public void No_more_bytes_are_kept_than_allowed()
    {
        var cache = new PictureCache(100);
        for (var day = 1; day <= 28; day++)
        {
            cache.Add(Chart with { Day = new DateOnly(2026, 2, day) }, new byte[30]);
            Assert.InRange(cache.Bytes, 30, 100);
        }

        cache.Add(Chart, new byte[101]);
        Assert.Null(cache.Find(Chart));
    }

    private sealed record Unknown() : Picture("A picture that nobody draws", Models.Today)
    {
        public override string Name => "unknown";

        public override string Description => "";

        protected override IEnumerable<string> Drawn => [];
    }
}
