using AiNewsBot.Cards;
using AiNewsBot.Pictures.Drawing;
using Microsoft.Extensions.Logging;

namespace AiNewsBot.Pictures;

/// <summary>Draws pictures for cards, a few at a time. A card is as true without its picture: whatever goes wrong, it goes out in time.</summary>
public sealed partial class Illustrator(TimeProvider time, ILogger<Illustrator> logger) : IDisposable
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Who waits longer than this for others' pictures to be drawn gets the card alone.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly PictureCache _cache = new(MostBytes);
    private readonly SemaphoreSlim _turn = new(Environment.ProcessorCount);
    private volatile bool _isBroken;

    /// <summary>The picture for a card; null where it cannot be drawn, or not in time.</summary>
    public async ValueTask<CardPicture?> DrawAsync(Picture picture)
    {
        var file = _cache.Find(picture) ?? await DrawNewAsync(picture);
        return file is null ? null : new CardPicture($"{picture.Name}.png", file, picture.Description);
    }

    public void Dispose() => _turn.Dispose();

    private async Task<byte[]?> DrawNewAsync(Picture picture)
    {
        if (_isBroken || !await TurnAsync())
            return null;
        try
        {
            // Another one may have waited for the same.
            if (_cache.Find(picture) is { } drawn)
                return drawn;
            var file = await Task.Run(() => PictureFile.Of(picture));
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

    private async Task<bool> TurnAsync()
    {
        if (_turn.Wait(0))
            return true;
        using var patience = new CancellationTokenSource(Patience, time);
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

    [LoggerMessage(1, LogLevel.Error, "No pictures can be drawn here, and cards go without: {Reason}")]
    private static partial void Missing(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Error, "The picture of a {Name} could not be drawn")]
    private static partial void NotDrawn(ILogger logger, Exception exception, string name);

    [LoggerMessage(3, LogLevel.Information, "So many pictures are wanted that a card went without")]
    private static partial void TooBusy(ILogger logger);
}
