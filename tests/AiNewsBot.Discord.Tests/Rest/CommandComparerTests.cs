using System.Text.Json;
using AiNewsBot.Discord.Rest;

namespace AiNewsBot.Discord.Tests.Rest;

public sealed class CommandComparerTests
{
    private const string Wanted = """
        [{"name":"ask","type":1,"description":"Ask","options":[{"type":3,"name":"question","description":"Q","required":true,
        "autocomplete":false}]}]
        """;

    [Theory]
    [InlineData(
        """
            [{"id":"1","application_id":"2","version":"3","name":"ask","type":1,"description":"Ask","nsfw":false,"dm_permission":true,
            "name_localizations":null,"default_member_permissions":null,"options":[{"type":3,"name":"question","description":"Q",
            "required":true}]}]
            """,
        true
    )]
    [InlineData(
        """
            [{"name":"ask","type":1,"description":"Ask","contexts":[0,1,2],"integration_types":[0],"options":[{"type":3,"name":"question",
            "description":"Q","required":true}]}]
            """,
        true
    )]
    [InlineData("[]", false)]
    [InlineData(
        """[{"name":"ask","type":1,"description":"Ask!","options":[{"type":3,"name":"question","description":"Q","required":true}]}]""",
        false
    )]
    [InlineData("""[{"name":"ask","type":1,"description":"Ask","options":[{"type":3,"name":"question","description":"Q"}]}]""", false)]
    [InlineData(
        """
            [{"name":"ask","type":1,"description":"Ask","options":[{"type":3,"name":"question","description":"Q","required":true},{"type":5,
            "name":"private","description":"P"}]}]
            """,
        false
    )]
    [InlineData(
        """
            [{"name":"ask","type":1,"description":"Ask","name_localizations":{"de":"frage"},"options":[{"type":3,"name":"question",
            "description":"Q","required":true}]}]
            """,
        false
    )]
    [InlineData(
        """
            [{"name":"ask","type":1,"description":"Ask","default_member_permissions":"32","options":[{"type":3,"name":"question",
            "description":"Q","required":true}]}]
            """,
        false
    )]
    public void Commands_are_equal_apart_from_what_discord_adds(string registered, bool same)
    {
        using var wanted = JsonDocument.Parse(Wanted);
        using var other = JsonDocument.Parse(registered);

        Assert.Equal(same, CommandComparer.AreSame(wanted.RootElement, other.RootElement));
    }

    [Theory]
    [InlineData("""[{"name":"Check","type":3}]""", """[{"name":"Check","type":3,"description":"","id":"1"}]""", true)]
    [InlineData(
        """[{"name":"a","description":"A","contexts":[0,1,2]}]""",
        """[{"name":"a","type":1,"description":"A","contexts":[2,0,1]}]""",
        true
    )]
    [InlineData(
        """[{"name":"a","description":"A","contexts":[0]}]""",
        """[{"name":"a","type":1,"description":"A","contexts":[0,1]}]""",
        false
    )]
    [InlineData(
        """[{"name":"a","description":"A","options":[{"name":"x","type":3},{"name":"y","type":3}]}]""",
        """[{"name":"a","description":"A","options":[{"name":"y","type":3},{"name":"x","type":3}]}]""",
        false
    )]
    [InlineData(
        """[{"name":"a","type":1,"description":"A"},{"name":"a","type":3}]""",
        """[{"name":"a","type":3,"description":""},{"name":"a","type":1,"description":"A"}]""",
        true
    )]
    public void Commands_are_equal_in_another_spelling(string wanted, string registered, bool same)
    {
        using var one = JsonDocument.Parse(wanted);
        using var other = JsonDocument.Parse(registered);

        Assert.Equal(same, CommandComparer.AreSame(one.RootElement, other.RootElement));
    }
}
