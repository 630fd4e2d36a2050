using System.Text;
using AiNewsBot.Curation.Repositories;

namespace AiNewsBot.Tests.Curation.Repositories;

/// <summary>Answers of the hosts, in the shape of recorded ones, cut to what is read.</summary>
public sealed class RepositoryStateTests
{
    [Theory]
    [InlineData(
        """
            {"id":"a/b","gated":false,"cardData":{"license":"apache-2.0"},"siblings":[{"rfilename":"README.md","blobId":"1"},
            {"rfilename":"LICENSE.txt","blobId":"2"}]}
            """,
        "apache-2.0",
        false,
        "2"
    )]
    [InlineData("""{"id":"a/b","gated":"manual","cardData":{"license":"other","license_name":"llama3"}}""", "llama3", true, null)]
    [InlineData("""{"id":"a/b","gated":"auto","cardData":{"license":"other"},"siblings":[]}""", "other", true, null)]
    [InlineData("""{"id":"a/b","siblings":[{"rfilename":"code/LICENSE","blobId":"2"}]}""", null, null, null)]
    [InlineData("""{"id":"a/b","gated":7,"cardData":[],"siblings":{"rfilename":"LICENSE"}}""", null, null, null)]
    public void Answer_of_the_hub_gives_licence_gate_and_hash(string body, string? licence, bool? isGated, string? hash) =>
        Assert.Equal(
            new RepositoryState
            {
                Licence = licence,
                IsGated = isGated,
                LicenceFileHash = hash,
            },
            RepositoryState.TryRead(RepositoryHost.Hub, Encoding.UTF8.GetBytes(body))
        );

    [Theory]
    [InlineData("""{"name":"LICENSE","sha":"abc","license":{"key":"mit","spdx_id":"MIT"}}""", "MIT")]
    [InlineData("""{"name":"LICENSE","sha":"abc","license":{"key":"other","spdx_id":"NOASSERTION"}}""", null)]
    [InlineData("""{"name":"LICENSE","sha":"abc","license":null}""", null)]
    public void Answer_of_GitHub_gives_licence_and_hash(string body, string? licence) =>
        Assert.Equal(
            new RepositoryState { Licence = licence, LicenceFileHash = "abc" },
            RepositoryState.TryRead(RepositoryHost.GitHub, Encoding.UTF8.GetBytes(body))
        );

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"message":"Not Found"}""")]
    [InlineData("""{"id":5,"sha":5}""")]
    public void Answer_that_describes_no_repository_is_no_state(string body)
    {
        Assert.Null(RepositoryState.TryRead(RepositoryHost.Hub, Encoding.UTF8.GetBytes(body)));
        Assert.Null(RepositoryState.TryRead(RepositoryHost.GitHub, Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void Each_difference_is_a_change_of_its_own_that_the_next_one_follows()
    {
        var before = new RepositoryState
        {
            Licence = "other",
            IsGated = true,
            LicenceFileHash = "1",
        };
        var after = new RepositoryState
        {
            Licence = "mit",
            IsGated = false,
            LicenceFileHash = "2",
        };

        var changes = RepositoryChange.Find(before, after).ToArray();

        Assert.Equal(
            [
                (RepositoryChangeKind.LicenceTag, "other", "mit"),
                (RepositoryChangeKind.LicenceFile, "1", "2"),
                (RepositoryChangeKind.Gate, "gated", "open"),
            ],
            changes.Select(change => (change.Kind, change.Before, change.After))
        );
        Assert.Equal(before with { Licence = "mit" }, changes[0].State);
        Assert.Equal(after, changes[^1].State);
    }

    [Fact]
    public void Same_state_and_a_gate_that_was_not_known_before_are_not_changes()
    {
        var state = new RepositoryState { Licence = "mit" };

        Assert.Empty(RepositoryChange.Find(state, state));
        Assert.Empty(RepositoryChange.Find(state, state with { IsGated = true }));
        Assert.Empty(RepositoryChange.Find(state with { IsGated = true }, state));
    }

    [Fact]
    public void Known_repositories_are_those_of_weights_and_licences_each_once()
    {
        var known = KnownRepositories.Find(ShippedFacts.Base);

        Assert.Contains(known, one => one is { Id: "github:xai-org/grok-1", Release: "grok-1" });
        Assert.Equal(known.Length, known.Select(one => one.Id).Distinct().Count());
        Assert.DoesNotContain(known, one => one.Name.StartsWith("datasets/", StringComparison.Ordinal));
        Assert.InRange(known.Count(one => one.Host == RepositoryHost.Hub), 50, 2_000);
    }
}
