using AiNewsBot.Answering.Pictures;
using AiNewsBot.Answering.Pictures.Drawing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Tests.Answering.Pictures;

public sealed class PictureRendererTests
{
    private static readonly Picture Chart = ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!;

    [Fact]
    public async Task Same_picture_is_drawn_once()
    {
        using var pictureRenderer = new PictureRenderer(TimeProvider.System, NullLogger<PictureRenderer>.Instance);

        var first = await pictureRenderer.RenderAsync(Chart);
        var second = await pictureRenderer.RenderAsync(ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!);

        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(first!.File, out var one));
        Assert.True(System.Runtime.InteropServices.MemoryMarshal.TryGetArray(second!.File, out var other));
        Assert.Same(one.Array, other.Array);
    }

    [Fact]
    public async Task Many_pictures_at_once_are_all_drawn_in_time()
    {
        using var pictureRenderer = new PictureRenderer(new FakeTimeProvider(), NullLogger<PictureRenderer>.Instance);

        var drawn = await Task.WhenAll(
            Enumerable.Range(1, 20).Select(day => pictureRenderer.RenderAsync(Chart with { Day = new DateOnly(2026, 10, day) }).AsTask())
        );

        Assert.All(drawn, Assert.NotNull);
    }

    [Fact]
    public async Task Failed_picture_leaves_the_card_without_one()
    {
        using var pictureRenderer = new PictureRenderer(TimeProvider.System, NullLogger<PictureRenderer>.Instance);

        Assert.Null(await pictureRenderer.RenderAsync(new Unknown()));
        Assert.NotNull(await pictureRenderer.RenderAsync(Chart));
    }

    [Fact]
    public void Different_pictures_have_different_cache_keys()
    {
        var cache = new PictureCache(1000);
        cache.Add(Chart, [1]);

        Assert.NotNull(cache.Find(ReleaseChart.Create(Models.Facts, Models.Create("aurora"), Models.Today)!));
        Assert.Null(cache.Find(Chart with { Day = Models.Today.AddDays(1) }));
        Assert.Null(cache.Find(Chart with { Title = "Another" }));
        Assert.Null(cache.Find((ReleaseChart)Chart with { Undated = 7 }));
    }

    [Fact]
    public void Picture_cache_keeps_to_its_size()
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

    private sealed record Unknown() : Picture("A picture without a drawing", Models.Today)
    {
        public override string Name => "unknown";

        public override string Description => "";

        protected override IEnumerable<string> Drawn => [];
    }
}
