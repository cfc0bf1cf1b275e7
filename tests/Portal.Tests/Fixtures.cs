using Portal.Tests.Browser;
using Xunit;

[assembly: AssemblyFixture(typeof(RunningPortal))]
