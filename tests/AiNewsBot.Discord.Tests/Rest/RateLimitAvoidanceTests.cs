using System.Globalization;
using System.Net;
using AiNewsBot.Discord.Rest;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;

namespace AiNewsBot.Discord.Tests.Rest;

/// <summary>In normal running a limit is kept, not found by running into it.</summary>
public sealed class RateLimitAvoidanceTests
{
    private readonly FakeTimeProvider _time = new();

    [Property(MaxTest = 200)]
    public Property Many_concurrent_requests_meet_no_429_at_any_latency(int seed) => MeetsNone(seed, requests: 40, limit: 5).ToProperty();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void Many_concurrent_requests_meet_no_429_with_a_limit_of(int limit) => Assert.True(MeetsNone(seed: 7, requests: 30, limit));

    private bool MeetsNone(int seed, int requests, int limit)
    {
        var random = new Random(seed);
        var server = new LimitedServer(_time, limit, window: TimeSpan.FromSeconds(2));
        var limits = new RateLimiter(_time);
        var route = Routes.Messages(HttpMethod.Post, new Snowflake(1));

        var sending = _time.TurnUntilAsync(
            () => Task.WhenAll(Enumerable.Range(0, requests).Select(_ => SendAsync())),
            TimeSpan.FromMilliseconds(10)
        );

        return sending.IsCompletedSuccessfully && (server.Taken, server.Refused) == (requests, 0);

        async Task SendAsync()
        {
            using var taken = await limits.EnterAsync(route, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1500)), _time);
            using var answer = server.Answer();
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1500)), _time);
            limits.Update(route, answer.Headers);
        }
    }

    /// <summary>Counts as Discord does: a window begins with its first request.</summary>
    private sealed class LimitedServer(TimeProvider time, int limit, TimeSpan window)
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _resets;
        private int _left;

        public int Taken { get; private set; }

        public int Refused { get; private set; }

        public HttpResponseMessage Answer()
        {
            lock (_lock)
            {
                var now = time.GetUtcNow();
                if (now >= _resets)
                    (_resets, _left) = (now + window, limit);
                var isTaken = _left > 0;
                if (isTaken)
                    (_left, Taken) = (_left - 1, Taken + 1);
                else
                    Refused++;
                var after = (_resets - now).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
                var answer = new HttpResponseMessage(isTaken ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests)
                {
                    Content = new StringContent(isTaken ? "{}" : $$"""{"retry_after":{{after}},"global":false}"""),
                };
                foreach (
                    var (name, value) in (ReadOnlySpan<(string, string)>)
                        [("Limit", $"{limit}"), ("Remaining", $"{_left}"), ("Reset-After", after), ("Bucket", "abc")]
                )
                    answer.Headers.TryAddWithoutValidation($"X-RateLimit-{name}", value);
                return answer;
            }
        }
    }
}
