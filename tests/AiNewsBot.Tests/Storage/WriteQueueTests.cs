using AiNewsBot.Storage;

namespace AiNewsBot.Tests.Storage;

/// <summary>Transactions take turns, also behind one that fails or is given up.</summary>
public sealed class WriteQueueTests : IDisposable
{
    private readonly WriteQueue _queue = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Transaction_begins_when_the_one_before_it_has_ended()
    {
        var first = new TaskCompletionSource<int>();
        var isBegun = false;
        var one = _queue.RunAsync(() => first.Task, Cancelled);
        var other = _queue.RunAsync(
            () =>
            {
                isBegun = true;
                return Task.FromResult(2);
            },
            Cancelled
        );

        Assert.False(isBegun);
        first.SetResult(1);

        Assert.Equal((1, 2), (await one, await other));
    }

    [Fact]
    public async Task Transaction_that_fails_leaves_its_turn_to_the_next()
    {
        await Assert.ThrowsAsync<IOException>(() => _queue.RunAsync<int>(() => throw new IOException("full"), Cancelled));

        Assert.Equal(2, await _queue.RunAsync(() => Task.FromResult(2), Cancelled));
    }

    [Fact]
    public async Task Wait_that_is_given_up_begins_nothing_and_holds_up_no_other()
    {
        using var givenUp = new CancellationTokenSource();
        var first = new TaskCompletionSource<int>();
        var one = _queue.RunAsync(() => first.Task, Cancelled);
        var isBegun = false;
        var waiting = _queue.RunAsync(
            () =>
            {
                isBegun = true;
                return Task.FromResult(2);
            },
            givenUp.Token
        );

        await givenUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        first.SetResult(1);

        Assert.Equal((1, 3), (await one, await _queue.RunAsync(() => Task.FromResult(3), Cancelled)));
        Assert.False(isBegun);
    }

    // It would wait for the end of the one that it is part of.
    [Fact]
    public async Task Transaction_within_another_is_refused_and_one_beside_it_is_not()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            _queue.RunAsync(() => _queue.RunAsync(() => Task.FromResult(1), Cancelled), Cancelled)
        );

        Assert.False(_queue.IsWriting);
        Assert.True(await _queue.RunAsync(() => Task.FromResult(_queue.IsWriting), Cancelled));
    }
}
