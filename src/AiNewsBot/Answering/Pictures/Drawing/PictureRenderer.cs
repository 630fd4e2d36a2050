using AiNewsBot.Chat.Cards;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Answering.Pictures.Drawing;

/// <summary>Draws pictures for cards, a few at a time. A card is as true without its
/// picture: after any failure it is still sent in time.</summary>
internal sealed partial class PictureRenderer(TimeProvider time, ILogger<PictureRenderer> logger) : IDisposable
{
    private const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Who waits longer than this for others' pictures to be drawn gets the card alone.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly PictureCache _cache = new(MaxBytes);
    private readonly SemaphoreSlim _turn = new(Environment.ProcessorCount);
    private volatile bool _isBroken;

    /// <summary>The picture for a card; null where it cannot be drawn, or not in time.</summary>
    public async ValueTask<CardPicture?> RenderAsync(Picture picture)
    {
        var file = _cache.Find(picture) ?? await RenderNewAsync(picture);
        return file is null ? null : new CardPicture($"{picture.Name}.png", file, picture.Description);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<byte[]?> RenderNewAsync(Picture picture)
    {
        if (_isBroken || !await WaitForTurnAsync())
            return null;
        try
        {
            // Another one may have waited for the same.
            if (_cache.Find(picture) is { } drawn)
                return drawn;
            var file = await Task.Run(() => PngRenderer.Render(picture));
            _cache.Add(picture, file);
            return file;
        }
        catch (Exception exception) when (exception is TypeInitializationException or DllNotFoundException)
        {
            // The library's native part is not there for this machine: trying again would not help.
            _isBroken = true;
            Missing(logger, exception.GetBaseException().Message);
            return null;
        }
        catch (Exception exception)
        {
            NotDrawn(logger, exception, picture.Name);
            return null;
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<bool> WaitForTurnAsync()
    {
        if (_turn.Wait(0))
            return true;
        using var patience = new CancellationTokenSource(Timeout, time);
        try
        {
            await _turn.WaitAsync(patience.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            TooBusy(logger);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Picture rendering is unavailable; sending cards without images: {Reason}")]
    private static partial void Missing(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Error, "Failed to render the picture of a {Name}")]
    private static partial void NotDrawn(ILogger logger, Exception exception, string name);

    [LoggerMessage(3, LogLevel.Information, "Picture renderer saturated; sent the card without an image")]
    private static partial void TooBusy(ILogger logger);
}
