using System.Collections.Immutable;
using AiNewsBot.Facts.Questions.Propositions;

namespace AiNewsBot.Claims;

/// <summary>What was read in a checked message. Neither the text of the message nor who wrote or checked it is kept.</summary>
/// <param name="Id">By which buttons name it.</param>
/// <param name="Claims">What the message puts forward.</param>
/// <param name="Link">The address of the message; empty where it has none.</param>
internal sealed record ClaimCheck(string Id, ImmutableArray<Proposition> Claims, string Link);
