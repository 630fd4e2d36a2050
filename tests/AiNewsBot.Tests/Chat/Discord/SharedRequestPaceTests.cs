using AiNewsBot.Chat.Discord;
using AiNewsBot.Storage;
using AiNewsBot.Tests.Harness;
using Moq;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>Requests of several processes take turns that the database gives out.</summary>
public sealed class SharedRequestPaceTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SteppedClock _time = new();
    private readonly Mock<IDatabase> _database = new(MockBehavior.Strict);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_are_asked_for_together_and_waited_for_one_after_the_other()
    {
        var first = new TaskCompletionSource<TimeSpan>();
        OnReserve(1).Returns(first.Task);
        OnReserve(3).ReturnsAsync(TimeSpan.FromMilliseconds(40));
        var pace = new SharedRequestPace(_database.Object, _time);

        var alone = pace.WaitAsync(Cancelled);
        Assert.Equal(Patience, await _time.NextWaitAsync());
        Task[] others = [pace.WaitAsync(Cancelled), pace.WaitAsync(Cancelled), pace.WaitAsync(Cancelled)];
        first.SetResult(TimeSpan.Zero);
        await alone;
        TimeSpan[] waits = [await _time.NextWaitAsync(), await _time.NextWaitAsync(), await _time.NextWaitAsync()];

        // In whole milliseconds, and never before its turn.
        Assert.Equal([40, 61, 81], waits.Select(wait => wait.TotalMilliseconds).Order());
        Assert.All(others, other => Assert.False(other.IsCompleted));
        _time.Advance(TimeSpan.FromMilliseconds(81));
        await Task.WhenAll(others);
    }

    [Fact]
    public async Task Database_that_is_away_holds_up_no_request_and_is_asked_again_after_five_seconds()
    {
        OnReserve(1).ThrowsAsync(new StorageException("The server is away."));
        var pace = new SharedRequestPace(_database.Object, _time);

        await pace.WaitAsync(Cancelled);
        await pace.WaitAsync(Cancelled);
        _database.Verify(database => database.ReserveTurnsAsync(It.IsAny<string>(), 1, SharedRequestPace.Interval), Times.Once);
        _time.Advance(TimeSpan.FromSeconds(5));
        await pace.WaitAsync(Cancelled);

        _database.Verify(database => database.ReserveTurnsAsync(It.IsAny<string>(), 1, SharedRequestPace.Interval), Times.Exactly(2));
    }

    [Fact]
    public async Task Database_that_does_not_answer_is_waited_for_two_seconds()
    {
        OnReserve(1).Returns(new TaskCompletionSource<TimeSpan>().Task);
        var waiting = new SharedRequestPace(_database.Object, _time).WaitAsync(Cancelled);

        Assert.Equal(Patience, await _time.NextWaitAsync());
        Assert.False(waiting.IsCompleted);
        _time.Advance(Patience);

        await waiting;
    }

    private Moq.Language.Flow.ISetup<IDatabase, Task<TimeSpan>> OnReserve(int count) =>
        _database.Setup(database => database.ReserveTurnsAsync(It.IsAny<string>(), count, SharedRequestPace.Interval));
}
