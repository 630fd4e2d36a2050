using System.Collections.Immutable;
using System.Text.Json.Nodes;
using AiNewsBot.Chat;
using AiNewsBot.Chat.Discord;

namespace AiNewsBot.Tests.Chat.Discord;

/// <summary>The shapes are those of https://discord.com/developers/docs/interactions/application-commands.</summary>
public sealed class CommandJsonTests
{
    [Fact]
    public void Slash_command_has_its_options_and_translations() =>
        AssertWritten(
            """
            {
              "name": "ask", "type": 1, "name_localizations": { "de": "frage" }, "description": "Ask",
              "integration_types": [0, 1], "contexts": [0, 1, 2],
              "options": [
                { "type": 3, "name": "question", "description": "What", "required": true, "autocomplete": true, "max_length": 9 },
                { "type": 3, "name": "when", "description": "How often", "required": false,
                  "choices": [{ "name": "Daily", "value": "daily" }] },
                { "type": 7, "name": "channel", "description": "Where", "required": false }
              ]
            }
            """,
            new CommandDefinition(
                "ask",
                "Ask",
                new OptionDefinition("question", "What", IsRequired: true, Completes: true, MaxLength: 9),
                new OptionDefinition("when", "How often") { Choices = [new OptionChoice("Daily", "daily")] },
                new OptionDefinition("channel", "Where", OptionKind.Channel)
            )
            {
                Names = ImmutableSortedDictionary<string, string>.Empty.Add("de", "frage"),
            }
        );

    [Fact]
    public void Subcommand_of_managers_is_an_option_of_its_command() =>
        AssertWritten(
            """
            {
              "name": "news", "type": 1, "description": "News", "integration_types": [0], "contexts": [0],
              "default_member_permissions": 32,
              "options": [{ "type": 1, "name": "list", "description": "List", "options": [] }]
            }
            """,
            new CommandDefinition("news", "News")
            {
                IsServerOnly = true,
                IsForManagers = true,
                Subcommands = [new CommandDefinition("list", "List")],
            }
        );

    [Fact]
    public void Command_in_the_menu_of_a_message_has_neither_description_nor_options() =>
        AssertWritten(
            """{ "name": "Check claims", "type": 3, "integration_types": [0, 1], "contexts": [0, 1, 2] }""",
            new CommandDefinition("Check claims", "") { Kind = CommandKind.Message }
        );

    private static void AssertWritten(string expected, CommandDefinition command)
    {
        var actual = JsonNode.Parse(CommandJson.Write([command]))!.AsArray();

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Assert.Single(actual)), actual.ToJsonString());
    }
}
