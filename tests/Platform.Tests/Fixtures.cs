using Testing;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningPlatform))]
